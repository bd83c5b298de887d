CREATE TABLE gets (id integer NOT NULL, CONSTRAINT gets_key UNIQUE (id));
ALTER TABLE gets REPLICA IDENTITY USING INDEX gets_key;
CREATE TABLE loses (id integer, CONSTRAINT loses_key UNIQUE (id));
CREATE TABLE changes (a integer, b integer NOT NULL);
CREATE UNIQUE INDEX changes_a ON changes (a);
CREATE UNIQUE INDEX changes_b ON changes (b);
ALTER TABLE changes REPLICA IDENTITY USING INDEX changes_b;
CREATE TABLE same_name (a integer, b integer NOT NULL, CONSTRAINT same_key UNIQUE (b));
ALTER TABLE same_name REPLICA IDENTITY USING INDEX same_key;

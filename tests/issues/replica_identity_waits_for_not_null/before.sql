CREATE TABLE gets (id integer, CONSTRAINT gets_key UNIQUE (id));
CREATE TABLE loses (id integer NOT NULL, CONSTRAINT loses_key UNIQUE (id));
ALTER TABLE loses REPLICA IDENTITY USING INDEX loses_key;
CREATE TABLE changes (a integer NOT NULL, b integer);
CREATE UNIQUE INDEX changes_a ON changes (a);
CREATE UNIQUE INDEX changes_b ON changes (b);
ALTER TABLE changes REPLICA IDENTITY USING INDEX changes_a;
CREATE TABLE same_name (a integer NOT NULL, b integer, CONSTRAINT same_key UNIQUE (a));
ALTER TABLE same_name REPLICA IDENTITY USING INDEX same_key;

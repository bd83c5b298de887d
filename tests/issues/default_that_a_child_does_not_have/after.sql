CREATE TABLE base (k int, v text DEFAULT 'v', w text DEFAULT 'w', x text DEFAULT 'x', y text DEFAULT 'other', z text);
CREATE TABLE child (own int) INHERITS (base);
ALTER TABLE ONLY child ALTER COLUMN v SET DEFAULT NULL;  -- as pg_dump writes it
ALTER TABLE ONLY child ALTER COLUMN w SET DEFAULT NULL;
ALTER TABLE ONLY child ALTER COLUMN y DROP DEFAULT;
CREATE TABLE grandchild () INHERITS (child);

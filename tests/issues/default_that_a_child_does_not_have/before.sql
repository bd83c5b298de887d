CREATE TABLE base (k int, v text, w text DEFAULT 'w', x text DEFAULT 'x', y text DEFAULT 'y', z text DEFAULT 'z');
CREATE TABLE child (own int) INHERITS (base);
ALTER TABLE ONLY child ALTER COLUMN x DROP DEFAULT;
ALTER TABLE ONLY child ALTER COLUMN y DROP DEFAULT;
CREATE TABLE grandchild () INHERITS (child);

CREATE TABLE x (i int);
CREATE TABLE src (id int PRIMARY KEY, n text, g int);
CREATE STATISTICS ss ON g, n FROM src;
COMMENT ON STATISTICS ss IS 'of statistics';
CREATE INDEX si ON src (n);
COMMENT ON INDEX si IS 'of an index';
COMMENT ON INDEX src_pkey IS 'of the index of the key';
COMMENT ON CONSTRAINT src_pkey ON src IS 'stays here';
CREATE TABLE l1 (LIKE src INCLUDING ALL);

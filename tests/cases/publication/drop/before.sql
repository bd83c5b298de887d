CREATE TABLE t (a integer PRIMARY KEY, b text, c integer);
CREATE TABLE u (id integer PRIMARY KEY, note text);
CREATE PUBLICATION chosen FOR TABLE t, u;
CREATE PUBLICATION rest FOR TABLE t, u;
COMMENT ON PUBLICATION chosen IS 'gone';

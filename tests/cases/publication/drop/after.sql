CREATE TABLE t (a integer PRIMARY KEY, b text, c integer);
CREATE PUBLICATION rest FOR TABLE t;

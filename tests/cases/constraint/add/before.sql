CREATE TABLE u (id integer PRIMARY KEY);
CREATE TABLE t (a integer, b integer, c int4range, u integer);

CREATE TABLE u (id integer PRIMARY KEY);
CREATE TABLE t (a integer NOT NULL, b integer, u integer);

CREATE TYPE en AS ENUM ('a','b');
CREATE TYPE comp AS (a integer, b en);
CREATE TABLE t OF comp (PRIMARY KEY (a), b DEFAULT 'a');
CREATE TABLE t2 OF comp;
CREATE TABLE k (x integer) INHERITS (t2);
CREATE VIEW v AS SELECT * FROM t;

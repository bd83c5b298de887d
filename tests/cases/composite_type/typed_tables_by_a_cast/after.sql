CREATE TYPE comp AS (a integer, b integer);
CREATE TABLE t OF comp (PRIMARY KEY (a));
CREATE VIEW v AS SELECT * FROM t;

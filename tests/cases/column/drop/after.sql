CREATE TABLE t (id integer, c integer);
CREATE VIEW v AS SELECT id FROM t;

CREATE TABLE t (a integer, b integer);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW above AS SELECT a + 1 AS c FROM v;
GRANT SELECT ON v TO reader;

CREATE TABLE t (a integer, b integer);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW above AS SELECT a, 1 AS one FROM v WHERE a > 0;
CREATE VIEW apart AS SELECT b AS a FROM t;
GRANT SELECT ON v TO reader;

CREATE TABLE t (x integer, y text);
CREATE VIEW below (a, b) WITH (security_barrier) AS SELECT x, y FROM t;
CREATE VIEW above AS SELECT a FROM below WHERE a > 0 WITH LOCAL CHECK OPTION;
CREATE RECURSIVE VIEW numbers (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 9;
COMMENT ON VIEW below IS 'renames';
COMMENT ON COLUMN below.a IS 'x';

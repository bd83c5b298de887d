CREATE TABLE t (a integer, b integer, c integer);
CREATE STATISTICS kinds (mcv, ndistinct) ON a, b FROM t;
CREATE STATISTICS target ON a, c FROM t;
ALTER STATISTICS target SET STATISTICS 50;
CREATE STATISTICS added ON (a + b), c FROM t;
COMMENT ON STATISTICS added IS 'new';

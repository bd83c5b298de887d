CREATE TABLE t (a int, b int, c int);
CREATE TABLE u (a int, b int);
CREATE STATISTICS columns ON a, b FROM t;
CREATE STATISTICS expressions ON (a + 1), b FROM t;
CREATE STATISTICS moves ON a, b FROM t;
COMMENT ON STATISTICS columns IS 'stays';
ALTER STATISTICS expressions SET STATISTICS 50;

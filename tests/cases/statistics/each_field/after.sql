CREATE TABLE t (a int, b int, c int);
CREATE TABLE u (a int, b int);
CREATE STATISTICS columns ON a, b, c FROM t;
CREATE STATISTICS expressions ON (a + 2), b FROM t;
CREATE STATISTICS moves ON a, b FROM u;
COMMENT ON STATISTICS columns IS 'stays';
ALTER STATISTICS expressions SET STATISTICS 50;

CREATE TABLE t (a integer, b integer, c integer);
CREATE STATISTICS kinds (mcv) ON a, b FROM t;
CREATE STATISTICS target ON a, c FROM t;
CREATE STATISTICS gone ON b, c FROM t;

CREATE TABLE t (a int, c int) PARTITION BY RANGE (a);

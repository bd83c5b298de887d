CREATE TABLE t (a integer, b integer) PARTITION BY RANGE (a);

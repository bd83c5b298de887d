CREATE TABLE t (a int, b text); CREATE UNIQUE INDEX ti ON t (a);

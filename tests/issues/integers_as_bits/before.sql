CREATE TABLE t (a integer, b bigint, c smallint, d integer);

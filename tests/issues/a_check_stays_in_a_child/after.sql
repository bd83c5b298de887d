CREATE TABLE t (a int); CREATE TABLE c (b int, CONSTRAINT t_b_check CHECK (b > 0)) INHERITS (t);

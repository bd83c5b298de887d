CREATE TABLE t (a int, b int, CHECK (b > 0)); CREATE TABLE c () INHERITS (t);

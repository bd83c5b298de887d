CREATE TABLE t (id uuid, a int, j text[]);

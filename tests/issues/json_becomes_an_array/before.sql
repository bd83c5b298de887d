CREATE TABLE t (id int, a uuid, j jsonb);

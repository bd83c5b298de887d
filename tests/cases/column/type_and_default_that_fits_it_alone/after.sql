CREATE TABLE t (id integer PRIMARY KEY, level integer DEFAULT 0);

CREATE TABLE t (a integer CONSTRAINT t_pkey PRIMARY KEY, b text);
CREATE TABLE t1 (a integer NOT NULL, b text);
CREATE INDEX t1_b ON t1 (b);

CREATE TABLE t (a integer, b text) PARTITION BY LIST (a);
CREATE TABLE p PARTITION OF t FOR VALUES IN (1);
CREATE TABLE q PARTITION OF t (CONSTRAINT q_key UNIQUE (a, b)) FOR VALUES IN (2);
CREATE INDEX q_lower ON q (lower(b));
CREATE UNIQUE INDEX t_a_b ON t (a, b);
CREATE INDEX t_lower ON t (lower(b));
CREATE INDEX q_beside ON q (lower(b));

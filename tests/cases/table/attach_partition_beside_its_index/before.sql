CREATE TABLE t (a integer, b text) PARTITION BY LIST (a);
CREATE INDEX t_b ON t (b);
CREATE TABLE p (a integer, b text);
CREATE INDEX p_b ON p (b);

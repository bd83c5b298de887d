CREATE TABLE t (a integer);
CREATE INDEX kept ON t (a, a);

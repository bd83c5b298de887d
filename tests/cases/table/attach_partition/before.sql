CREATE TABLE t (a integer NOT NULL, b text, CONSTRAINT b_is_short CHECK (length(b) < 10)) PARTITION BY LIST (a);
CREATE INDEX t_b ON t (b);
CREATE TABLE p (a integer, b text, old integer);
CREATE VIEW v AS SELECT a FROM p;
CREATE INDEX p_b ON p (b);

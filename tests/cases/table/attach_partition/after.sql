CREATE TABLE t (a integer NOT NULL, b text, c integer, CONSTRAINT b_is_short CHECK (length(b) < 10)) PARTITION BY LIST (a);
CREATE TABLE p (a integer NOT NULL, b text, c integer, CONSTRAINT b_is_short CHECK (length(b) < 10));
CREATE INDEX p_b ON p (b);
CREATE VIEW v AS SELECT a FROM p;
CREATE INDEX t_b ON t (b);
ALTER TABLE t ATTACH PARTITION p FOR VALUES IN (1);

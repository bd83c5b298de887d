-- The old key goes after what refers to it, and the partition's new one comes after that.
CREATE TABLE p (id int NOT NULL, a int) PARTITION BY LIST (id);
CREATE TABLE p1 (id int NOT NULL, a int);
ALTER TABLE ONLY p ATTACH PARTITION p1 FOR VALUES IN (1);
ALTER TABLE ONLY p ADD CONSTRAINT p_key PRIMARY KEY (id);
ALTER TABLE ONLY p1 ADD CONSTRAINT p1_key PRIMARY KEY (id);
CREATE INDEX p_a ON ONLY p (a);
CREATE INDEX p1_a ON p1 (a);
ALTER INDEX p_key ATTACH PARTITION p1_key;
ALTER INDEX p_a ATTACH PARTITION p1_a;

-- They have the names of what PostgreSQL made in the partitions that go.
CREATE TABLE new (id int NOT NULL, a int) PARTITION BY LIST (id);
CREATE TABLE new_1 PARTITION OF new FOR VALUES IN (1);
ALTER TABLE ONLY new ADD CONSTRAINT part_1_pkey PRIMARY KEY (id);
ALTER TABLE ONLY new_1 ADD CONSTRAINT part_2_pkey PRIMARY KEY (id);
CREATE INDEX part_1_a_idx ON ONLY new (a);
CREATE INDEX part_1_a ON new_1 (a);
ALTER INDEX part_1_pkey ATTACH PARTITION part_2_pkey;
ALTER INDEX part_1_a_idx ATTACH PARTITION part_1_a;

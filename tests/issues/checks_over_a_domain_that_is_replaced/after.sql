CREATE DOMAIN number AS bigint;
CREATE TABLE things (id int, n number) PARTITION BY RANGE (id);
CREATE TABLE things_1 PARTITION OF things FOR VALUES FROM (1) TO (5);
ALTER TABLE things_1 ADD CONSTRAINT above_one CHECK (n > 1);
CREATE INDEX big ON things_1 (id) WHERE n > 3;
CREATE TABLE base (n number, more number[]);
CREATE TABLE child (next bigint GENERATED ALWAYS AS (n + 1) STORED) INHERITS (base);
CREATE VIEW of_child AS SELECT n, more, next FROM child;

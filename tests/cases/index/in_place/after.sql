CREATE TABLE t (a integer, b text);
CREATE INDEX options ON t (a) WITH (deduplicate_items=off);
ALTER TABLE t CLUSTER ON options;
CREATE INDEX target ON t ((a + 1));
ALTER INDEX target ALTER COLUMN 1 SET STATISTICS 200;
CREATE INDEX clustered ON t (b);

CREATE TABLE t (a integer, b text, c integer, d jsonb);
CREATE INDEX simple ON t (a);
CREATE UNIQUE INDEX everything ON t (a DESC NULLS LAST, lower(b) COLLATE "C", (b || 'x') text_pattern_ops) INCLUDE (c) WITH (fillfactor=80) WHERE a > 0;
CREATE INDEX json ON t USING gin (d jsonb_path_ops);
CREATE INDEX clustered ON t (c);
ALTER TABLE t CLUSTER ON clustered;
ALTER INDEX everything ALTER COLUMN 2 SET STATISTICS 100;
COMMENT ON INDEX simple IS 'nothing special';

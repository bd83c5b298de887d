CREATE TABLE events (id int, n int, label text) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (100) PARTITION BY RANGE (id);
CREATE TABLE events_1_1 PARTITION OF events_1 FOR VALUES FROM (1) TO (10);
ALTER TABLE events_1_1 ALTER COLUMN label SET DEFAULT '4';
ALTER TABLE events_1_1 ADD CONSTRAINT label_is_known CHECK (label <> '3');
ALTER TABLE events_1_1 ALTER COLUMN n SET STATISTICS 50;
CREATE INDEX on_label ON events_1_1 (id) WHERE label = '5';
CREATE VIEW numbers AS SELECT n FROM events_1_1;
COMMENT ON VIEW numbers IS 'all of them';
CREATE MATERIALIZED VIEW totals AS SELECT sum(n) AS total FROM events_1;
CREATE POLICY positive ON events_1_1 USING (n > 0);
CREATE TRIGGER on_n BEFORE UPDATE OF n ON events_1_1
    FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE TRIGGER on_many BEFORE UPDATE ON events_1_1
    FOR EACH ROW WHEN (new.n > 7) EXECUTE FUNCTION suppress_redundant_updates_trigger();

CREATE TABLE base (id int, n int);
CREATE TABLE child (twice int GENERATED ALWAYS AS (n * 2) STORED) INHERITS (base);
CREATE VIEW of_child AS SELECT n, twice FROM child;
CREATE RULE keep_four AS ON DELETE TO child WHERE old.n = 4 DO INSTEAD NOTHING;

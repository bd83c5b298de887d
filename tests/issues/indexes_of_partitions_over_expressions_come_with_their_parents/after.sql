CREATE TABLE events (id bigint, name text) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (10) TO (20);
CREATE INDEX ON events (lower(name), (id + 1));
ALTER INDEX events_2_lower_expr_idx RENAME TO second;

-- schemadiff: partitions exact
CREATE TABLE events (id int, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE candles (id int, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE candles_2024 PARTITION OF candles FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

CREATE MATERIALIZED VIEW m WITH (autovacuum_enabled=false) AS SELECT 1 AS a;

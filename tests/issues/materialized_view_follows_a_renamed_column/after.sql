-- Its rows need not be computed again.
CREATE TABLE t (
    id int,
    name text  -- schemadiff: renamed from b
);
CREATE MATERIALIZED VIEW m AS SELECT id, name FROM t WHERE name <> '';
CREATE UNIQUE INDEX m_b ON m (name);
ALTER MATERIALIZED VIEW m ALTER COLUMN name SET STATISTICS 300;
COMMENT ON COLUMN m.name IS 'named';
CREATE VIEW v AS SELECT name FROM m;

CREATE TABLE t (
    x integer,  -- schemadiff: renamed from a
    b integer
);
CREATE VIEW v AS SELECT
    x,  -- schemadiff: renamed from a
    b
FROM t;
CREATE VIEW above AS SELECT x + 1 AS c FROM v;
GRANT SELECT ON v TO reader;

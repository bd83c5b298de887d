CREATE TABLE t (
    x integer,  -- schemadiff: renamed from a
    b integer
);
CREATE VIEW v AS SELECT x, b FROM t;
CREATE VIEW above AS SELECT x, 1 AS one FROM v WHERE x > 0;
CREATE VIEW apart AS SELECT b AS a FROM t;
GRANT SELECT ON v TO reader;

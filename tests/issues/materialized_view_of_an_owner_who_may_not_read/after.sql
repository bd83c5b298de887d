-- As in the file: filled by who makes it, then given away. What its owner may read is filled by
-- the owner.
CREATE TABLE t (a int);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
ALTER MATERIALIZED VIEW m OWNER TO app;
CREATE TABLE u (a int);
GRANT SELECT ON u TO app;
CREATE MATERIALIZED VIEW n AS SELECT a FROM u;
ALTER MATERIALIZED VIEW n OWNER TO app;

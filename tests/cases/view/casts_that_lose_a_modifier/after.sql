CREATE TABLE t (a numeric(10,2), b varchar(20), c timestamptz(3));
CREATE VIEW gains AS SELECT a::numeric, b::varchar, c::timestamptz FROM t;
CREATE VIEW loses AS SELECT a, b, c FROM t;
CREATE MATERIALIZED VIEW m AS SELECT a::numeric, b FROM t;

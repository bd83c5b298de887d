CREATE TYPE money_of AS (amount integer, currency text);
CREATE FUNCTION whole(money_of) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT ($1).amount';
CREATE FUNCTION cents(money_of) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT ($1).amount * 100';
CREATE CAST (money_of AS integer) WITH FUNCTION cents(money_of);
CREATE TABLE t (m money_of, j jsonb);
CREATE INDEX explicit ON t (whole(m));
CREATE VIEW v AS SELECT m::integer AS x, y FROM t, JSON_TABLE(j, '$' COLUMNS (y integer PATH '$.a')) AS k;
CREATE VIEW over_v AS SELECT x FROM v;

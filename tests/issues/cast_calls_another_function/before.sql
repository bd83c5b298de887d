CREATE TYPE money_of AS (amount integer, currency text);
CREATE FUNCTION whole(money_of) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT ($1).amount';
CREATE FUNCTION cents(money_of) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT ($1).amount * 100';
CREATE CAST (money_of AS integer) WITH FUNCTION whole(money_of);
CREATE DOMAIN price AS money_of CONSTRAINT positive CHECK (CAST(VALUE AS integer) > 0);
CREATE TABLE t (
    m money_of,
    d integer DEFAULT CAST(ROW(1, 'EUR')::money_of AS integer),
    g integer GENERATED ALWAYS AS (m::integer) STORED,
    CONSTRAINT big CHECK (m::integer > 10)
);
CREATE TABLE many (all_of money_of[]);
CREATE INDEX whole ON t ((m::integer));
CREATE INDEX part ON t (d) WHERE m::integer > 100;
CREATE POLICY p ON t USING (m::integer > 1);
CREATE VIEW v AS SELECT m::integer AS x FROM t;
CREATE VIEW over_v AS SELECT x + 1 AS y FROM v;
CREATE VIEW of_arrays AS SELECT all_of::integer[] AS x FROM many;
CREATE MATERIALIZED VIEW mv AS SELECT m::integer AS x FROM t;
CREATE FUNCTION in_body(money_of) RETURNS integer RETURN $1::integer;
CREATE VIEW by_name AS SELECT whole(m) AS x FROM t;

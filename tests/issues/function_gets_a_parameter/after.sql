CREATE FUNCTION f(a integer, b integer DEFAULT 5) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT a';
CREATE TABLE t (a integer DEFAULT f(1) CHECK (f(a) > 0), b integer GENERATED ALWAYS AS (f(3)) STORED, c integer);
CREATE INDEX i ON t (f(c));
CREATE VIEW v AS SELECT f(a) AS x FROM t;
CREATE VIEW w AS SELECT f(a, 2) AS x FROM t;

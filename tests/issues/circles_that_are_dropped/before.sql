CREATE DOMAIN checked AS integer;
CREATE FUNCTION is_good(checked) RETURNS boolean LANGUAGE sql AS 'SELECT true';
ALTER DOMAIN checked ADD CONSTRAINT good CHECK (is_good(VALUE));
CREATE DOMAIN usual AS integer;
CREATE FUNCTION usual_value() RETURNS usual LANGUAGE sql AS 'SELECT 1::usual';
ALTER DOMAIN usual SET DEFAULT usual_value();
CREATE VIEW v AS SELECT 1 AS a;
CREATE FUNCTION reads_v() RETURNS integer BEGIN ATOMIC SELECT a FROM v; END; -- since 14
CREATE OR REPLACE VIEW v AS SELECT reads_v() AS a; -- since 14
CREATE VIEW of_rows AS SELECT 1 AS a, 'x'::varchar(3) COLLATE "C" AS "B";
CREATE FUNCTION gives_rows() RETURNS SETOF of_rows LANGUAGE plpgsql AS 'BEGIN END';
CREATE OR REPLACE VIEW of_rows AS SELECT * FROM gives_rows();
CREATE VIEW one AS SELECT 1 AS a;
CREATE VIEW two AS SELECT a FROM one;
CREATE OR REPLACE VIEW one AS SELECT a FROM two;
CREATE FUNCTION f(a integer DEFAULT 1, OUT b integer) RETURN a; -- since 14
CREATE FUNCTION g() RETURNS integer RETURN f(1); -- since 14
CREATE OR REPLACE FUNCTION f(a integer DEFAULT 1, OUT b integer) RETURN g() + a; -- since 14

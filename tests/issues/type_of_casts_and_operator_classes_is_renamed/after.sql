CREATE TYPE "the mass" AS (grams integer); -- schemadiff: renamed from weight
CREATE FUNCTION weight_cmp("the mass", "the mass") RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT btint4cmp(($1).grams, ($2).grams)';
CREATE FUNCTION weight_less("the mass", "the mass") RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).grams < ($2).grams';
CREATE FUNCTION grams("the mass") RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT ($1).grams';
CREATE OPERATOR < (LEFTARG = "the mass", RIGHTARG = "the mass", FUNCTION = weight_less);
CREATE OPERATOR CLASS weight_ops DEFAULT FOR TYPE "the mass" USING btree AS OPERATOR 1 <, FUNCTION 1 weight_cmp("the mass", "the mass");
CREATE CAST ("the mass" AS integer) WITH FUNCTION grams("the mass");
CREATE TABLE t (w "the mass" PRIMARY KEY);
CREATE VIEW v AS SELECT w::integer AS grams FROM t;

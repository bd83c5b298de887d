CREATE TYPE weight AS (grams integer);
CREATE FUNCTION weight_cmp(weight, weight) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT btint4cmp(($1).grams, ($2).grams)';
CREATE FUNCTION weight_less(weight, weight) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).grams < ($2).grams';
CREATE FUNCTION grams(weight) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT ($1).grams';
CREATE OPERATOR < (LEFTARG = weight, RIGHTARG = weight, FUNCTION = weight_less);
CREATE OPERATOR CLASS weight_ops DEFAULT FOR TYPE weight USING btree AS OPERATOR 1 <, FUNCTION 1 weight_cmp(weight, weight);
CREATE CAST (weight AS integer) WITH FUNCTION grams(weight);
CREATE TABLE t (w weight PRIMARY KEY);
CREATE VIEW v AS SELECT w::integer AS grams FROM t;

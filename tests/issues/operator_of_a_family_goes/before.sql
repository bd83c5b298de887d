CREATE TYPE pair AS (x int);
CREATE FUNCTION eqi(pair, int) RETURNS bool IMMUTABLE LANGUAGE sql AS 'select true';
CREATE FUNCTION eqp(pair, pair) RETURNS bool IMMUTABLE LANGUAGE sql AS 'select true';
CREATE FUNCTION cmi(pair, int) RETURNS int IMMUTABLE LANGUAGE sql AS 'select 0';
CREATE OPERATOR =# (FUNCTION = eqi, LEFTARG = pair, RIGHTARG = int);
CREATE OPERATOR =# (FUNCTION = eqp, LEFTARG = pair, RIGHTARG = pair);
CREATE OPERATOR FAMILY fam USING btree;
ALTER OPERATOR FAMILY fam USING btree ADD OPERATOR 3 =# (pair, int), FUNCTION 1 (pair, int) cmi(pair, int);

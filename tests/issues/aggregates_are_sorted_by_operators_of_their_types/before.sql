CREATE TYPE amount AS (cents integer);
CREATE FUNCTION amount_lt(amount, amount) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.cents < $2.cents';
CREATE OPERATOR < (LEFTARG = amount, RIGHTARG = amount, FUNCTION = amount_lt);
CREATE FUNCTION smaller(amount, amount) RETURNS amount LANGUAGE sql IMMUTABLE AS 'SELECT CASE WHEN $1 < $2 THEN $1 ELSE $2 END';
CREATE AGGREGATE lowest(amount) (SFUNC = smaller, STYPE = amount, SORTOP = <);
CREATE AGGREGATE first_of(integer) (SFUNC = int4smaller, STYPE = integer, SORTOP = <);

CREATE TYPE pair AS (x integer, y integer);
CREATE FUNCTION pair_lt(pair, pair) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1.x < $2.x';
CREATE FUNCTION pair_gt(pair, pair) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1.x > $2.x';
CREATE FUNCTION pair_le(pair, pair) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1.x <= $2.x';
CREATE FUNCTION pair_ge(pair, pair) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1.x >= $2.x';
CREATE FUNCTION pair_eq(pair, pair) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1.x = $2.x';
CREATE FUNCTION pair_cmp(one pair, two pair) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT btint4cmp($1.x, $2.x)';
CREATE FUNCTION pair_cmp_int(pair, integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT btint4cmp($1.x, $2)';
CREATE FUNCTION pair_eq_int(pair, integer) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1.x = $2';
CREATE OPERATOR <# (FUNCTION = pair_lt, LEFTARG = pair, RIGHTARG = pair, COMMUTATOR = >#, NEGATOR = >=#);
CREATE OPERATOR ># (FUNCTION = pair_gt, LEFTARG = pair, RIGHTARG = pair, COMMUTATOR = <#, NEGATOR = <=#);
CREATE OPERATOR <=# (FUNCTION = pair_le, LEFTARG = pair, RIGHTARG = pair, COMMUTATOR = >=#, NEGATOR = >#);
CREATE OPERATOR >=# (FUNCTION = pair_ge, LEFTARG = pair, RIGHTARG = pair, COMMUTATOR = <=#, NEGATOR = <#);
CREATE OPERATOR =# (FUNCTION = pair_eq, LEFTARG = pair, RIGHTARG = pair, COMMUTATOR = =#);
CREATE OPERATOR =# (FUNCTION = pair_eq_int, LEFTARG = pair, RIGHTARG = integer);
CREATE OPERATOR CLASS pair_ops DEFAULT FOR TYPE pair USING btree AS
    OPERATOR 1 <#, OPERATOR 2 <=#, OPERATOR 3 =#, OPERATOR 4 >=#, OPERATOR 5 >#,
    FUNCTION 1 pair_cmp(pair, pair);
CREATE TABLE t (p pair);
CREATE INDEX t_p ON t (p);

CREATE FUNCTION same(integer, integer) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 = $2';
CREATE FUNCTION same_too(integer, integer) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 = $2';
CREATE OPERATOR === (FUNCTION = same_too, LEFTARG = integer, RIGHTARG = integer);
CREATE OPERATOR ==== (FUNCTION = same, LEFTARG = integer, RIGHTARG = integer, RESTRICT = neqsel);
CREATE OPERATOR ===== (FUNCTION = same, LEFTARG = integer, RIGHTARG = integer, MERGES);
CREATE OPERATOR ====== (FUNCTION = same, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = ======);
CREATE VIEW v AS SELECT 1 === 2 AS x;
COMMENT ON OPERATOR === (integer, integer) IS 'stays';

CREATE FUNCTION same(integer, integer) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 = $2';
CREATE FUNCTION same_too(integer, integer) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 = $2';
CREATE OPERATOR === (FUNCTION = same, LEFTARG = integer, RIGHTARG = integer);
CREATE OPERATOR ==== (FUNCTION = same, LEFTARG = integer, RIGHTARG = integer, RESTRICT = eqsel, JOIN = eqjoinsel);
CREATE OPERATOR ===== (FUNCTION = same, LEFTARG = integer, RIGHTARG = integer, HASHES);
CREATE OPERATOR ====== (FUNCTION = same, LEFTARG = integer, RIGHTARG = integer);
CREATE VIEW v AS SELECT 1 === 2 AS x;
COMMENT ON OPERATOR === (integer, integer) IS 'stays';

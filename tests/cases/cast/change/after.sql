CREATE TYPE color AS ENUM ('red', 'blue');
CREATE FUNCTION color_of(integer) RETURNS color IMMUTABLE LANGUAGE sql AS 'SELECT ''red''::color';
CREATE FUNCTION color_by(integer) RETURNS color IMMUTABLE LANGUAGE sql AS 'SELECT ''blue''::color';
CREATE FUNCTION color_big(bigint) RETURNS color IMMUTABLE LANGUAGE sql AS 'SELECT ''blue''::color';
CREATE CAST (integer AS color) WITH FUNCTION color_by(integer);
CREATE CAST (bigint AS color) WITH INOUT AS ASSIGNMENT;
CREATE CAST (color AS integer) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (integer AS color) IS 'stays';
CREATE VIEW v AS SELECT CAST(1 AS color) AS c;

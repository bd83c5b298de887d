CREATE FUNCTION apart(float8, float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2';

CREATE TYPE sorted AS RANGE (SUBTYPE = text);
CREATE TYPE measured AS RANGE (SUBTYPE = float8);
COMMENT ON TYPE measured IS 'before';

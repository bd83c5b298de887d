CREATE FUNCTION f(a bigint) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION named(other integer, b integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';

CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 2';
CREATE TABLE t (n integer DEFAULT f(1));

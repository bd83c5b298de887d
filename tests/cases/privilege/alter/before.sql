CREATE TABLE orders (id integer, total numeric, note text);
GRANT SELECT, INSERT, DELETE ON orders TO app;
GRANT SELECT ON orders TO reader WITH GRANT OPTION;
GRANT SELECT (id, note) ON orders TO keeper;
CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC;

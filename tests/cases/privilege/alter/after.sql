CREATE TABLE orders (id integer, total numeric, note text);
GRANT SELECT, UPDATE ON orders TO app;
GRANT INSERT ON orders TO app WITH GRANT OPTION;
GRANT SELECT ON orders TO reader;
GRANT SELECT (id), INSERT (id) ON orders TO keeper;
CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
GRANT EXECUTE ON FUNCTION f() TO PUBLIC;

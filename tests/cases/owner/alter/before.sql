CREATE TABLE orders (id serial, number integer GENERATED ALWAYS AS IDENTITY);
ALTER TABLE orders OWNER TO app;
GRANT SELECT ON orders TO keeper;
GRANT SELECT (id) ON orders TO keeper;
CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE TABLE other (id integer);
ALTER TABLE other OWNER TO app;

CREATE TABLE orders (id serial, number integer GENERATED ALWAYS AS IDENTITY);
ALTER TABLE orders OWNER TO keeper;
GRANT SELECT ON orders TO app;
CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION f() OWNER TO app;
CREATE TABLE other (id integer, added serial);
ALTER TABLE other OWNER TO app;

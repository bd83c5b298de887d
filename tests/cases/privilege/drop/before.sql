CREATE TABLE orders (id integer, total numeric);
GRANT SELECT, INSERT ON orders TO app;
GRANT SELECT (total) ON orders TO PUBLIC;
GRANT SELECT ON orders TO reader WITH GRANT OPTION;
GRANT USAGE ON SCHEMA public TO app;
CREATE TABLE gone (id integer);
GRANT SELECT ON gone TO app;

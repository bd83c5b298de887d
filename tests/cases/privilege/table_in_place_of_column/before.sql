CREATE TABLE orders (id integer, total integer);
GRANT SELECT (id), UPDATE (total) ON orders TO app;
GRANT SELECT ON orders TO reader;

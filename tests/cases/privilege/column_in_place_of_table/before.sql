CREATE TABLE orders (id integer, total numeric, note text);
GRANT SELECT, UPDATE ON orders TO app;
GRANT SELECT (id, total) ON orders TO app;
GRANT UPDATE (note) ON orders TO app;

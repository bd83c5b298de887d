CREATE TABLE orders (id integer, total numeric, note text);
GRANT SELECT (id) ON orders TO app;
GRANT UPDATE (note, total) ON orders TO app;

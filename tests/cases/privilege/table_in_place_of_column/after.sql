-- What somebody keeps by another grant, nobody loses.
CREATE TABLE orders (id integer, total integer);
GRANT SELECT ON orders TO app;
GRANT SELECT ON orders TO PUBLIC;

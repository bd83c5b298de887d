-- What somebody keeps by another grant, nobody loses.
CREATE TABLE orders (id integer, total integer);
GRANT SELECT ON orders TO app;
GRANT SELECT ON orders TO PUBLIC;

-- Everybody may use it; only he may no longer say so.
CREATE TYPE mood AS ENUM ('low');

CREATE TABLE orders (id integer, total integer);
GRANT SELECT (id), UPDATE (total) ON orders TO app;
GRANT SELECT ON orders TO reader;
CREATE TYPE mood AS ENUM ('low');
GRANT USAGE ON TYPE mood TO app WITH GRANT OPTION;

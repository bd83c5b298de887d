CREATE TABLE items (id integer CONSTRAINT items_id_not_null NOT NULL GENERATED ALWAYS AS IDENTITY, order_id integer);
CREATE TABLE goods (n integer);
CREATE TABLE orders (n integer, id integer GENERATED ALWAYS AS IDENTITY);

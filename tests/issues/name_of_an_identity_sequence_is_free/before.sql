CREATE TABLE lines (id integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME items_id_seq), purchase_id integer);
CREATE TABLE goods (id integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME orders_id_seq), n integer);
CREATE TABLE orders (n integer);

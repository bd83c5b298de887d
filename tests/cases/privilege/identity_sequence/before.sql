CREATE TABLE orders (id integer GENERATED ALWAYS AS IDENTITY, number integer NOT NULL);
GRANT USAGE ON SEQUENCE orders_id_seq TO reader;

CREATE TABLE orders (id serial, number bigserial, at date GENERATED ALWAYS AS ('2024-01-01'::date) STORED);
CREATE TABLE items (id integer GENERATED ALWAYS AS IDENTITY, order_id integer);

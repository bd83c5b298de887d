-- PostgreSQL 18 keeps the names of NOT NULL: those that after.sql gets.
CREATE TABLE orders (id serial CONSTRAINT purchases_id_not_null NOT NULL, number bigserial CONSTRAINT purchases_no_not_null NOT NULL, at date GENERATED ALWAYS AS ('2024-01-01'::date) STORED);
CREATE TABLE items (id integer CONSTRAINT lines_id_not_null NOT NULL GENERATED ALWAYS AS IDENTITY, order_id integer);

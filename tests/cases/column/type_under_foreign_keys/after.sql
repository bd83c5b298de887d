-- Text can't be compared with integer: the keys make way. Integer can be with bigint: they stay.
CREATE TABLE buyers (id text PRIMARY KEY);
CREATE TABLE orders (
    id bigint PRIMARY KEY,
    buyer_id text NOT NULL REFERENCES buyers ON DELETE CASCADE,
    seller_id text CONSTRAINT orders_seller REFERENCES buyers
);
CREATE TABLE notes (order_id integer REFERENCES orders);

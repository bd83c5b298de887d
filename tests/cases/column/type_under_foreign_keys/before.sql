CREATE TABLE buyers (id integer PRIMARY KEY);
CREATE TABLE orders (
    id integer PRIMARY KEY,
    buyer_id integer NOT NULL REFERENCES buyers ON DELETE CASCADE,
    seller_id integer CONSTRAINT orders_seller REFERENCES buyers
);
CREATE TABLE notes (order_id integer REFERENCES orders);

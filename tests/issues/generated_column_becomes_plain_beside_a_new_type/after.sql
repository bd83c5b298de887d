CREATE TABLE orders (net bigint, gross int DEFAULT 4);
CREATE TABLE orders_of_before (note text) INHERITS (orders);
CREATE TABLE items (tax text);

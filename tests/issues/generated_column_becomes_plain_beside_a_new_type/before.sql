CREATE TABLE orders (net int, gross int GENERATED ALWAYS AS (net + 1) STORED);
CREATE TABLE orders_of_before (note text) INHERITS (orders);
CREATE TABLE items (price int, tax int GENERATED ALWAYS AS (price * 2) STORED);

CREATE TABLE orders (id serial);
CREATE SCHEMA shop;

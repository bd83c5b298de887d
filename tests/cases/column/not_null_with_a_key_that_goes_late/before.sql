CREATE TABLE products (id integer PRIMARY KEY, name text);
CREATE TABLE parts (product_id integer REFERENCES products);

-- The primary key can only go after the table that refers to it.
CREATE TABLE products (id integer, name text);

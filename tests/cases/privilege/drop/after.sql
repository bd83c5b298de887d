CREATE TABLE orders (id integer, total numeric);

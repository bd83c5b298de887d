CREATE TABLE orders (id int PRIMARY KEY, currency text);

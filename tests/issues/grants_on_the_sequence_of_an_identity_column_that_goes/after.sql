CREATE TABLE orders (id int NOT NULL, note text);

CREATE TABLE orders (id int PRIMARY KEY, number int NOT NULL DEFAULT 7);

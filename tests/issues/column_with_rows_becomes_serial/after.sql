CREATE SEQUENCE numbers START WITH 100;
CREATE TABLE orders (id serial PRIMARY KEY, number int NOT NULL DEFAULT nextval('numbers'));

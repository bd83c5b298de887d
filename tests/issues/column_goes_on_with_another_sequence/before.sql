CREATE SEQUENCE numbers;
CREATE TABLE orders (id int NOT NULL DEFAULT nextval('numbers'));
ALTER SEQUENCE numbers OWNED BY orders.id;

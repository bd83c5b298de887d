CREATE TABLE entries (id integer PRIMARY KEY, amount integer);
INSERT INTO entries (id, amount) VALUES (1, 5), (2, -5);

INSERT INTO orders (note) VALUES ('a'), ('b');
INSERT INTO items (note) VALUES ('a'), ('b');

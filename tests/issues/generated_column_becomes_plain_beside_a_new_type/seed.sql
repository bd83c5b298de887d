INSERT INTO orders (net) VALUES (1), (2);
INSERT INTO orders_of_before (net, note) VALUES (3, 'x');
INSERT INTO items (price) VALUES (5);

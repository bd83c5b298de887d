INSERT INTO p (a) VALUES (1), (2), (3); INSERT INTO child (a) VALUES (1);

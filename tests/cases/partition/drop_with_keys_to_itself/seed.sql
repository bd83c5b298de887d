INSERT INTO p VALUES (1, 'a', 1, 'a'), (2, 'b', 1, 'a');
INSERT INTO q VALUES (1, 'a', 1), (2, 'b', 2);

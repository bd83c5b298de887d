INSERT INTO things VALUES (1, 1), (6, 7);

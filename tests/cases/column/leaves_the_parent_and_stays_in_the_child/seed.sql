INSERT INTO inheriting VALUES (1, 2, 3);
INSERT INTO declaring VALUES (4, 5, 6);
INSERT INTO below VALUES (7, 8, 9);

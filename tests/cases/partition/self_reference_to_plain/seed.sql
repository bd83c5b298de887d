INSERT INTO tree VALUES (1, NULL), (2, 1), (11, 2);

INSERT INTO a VALUES (1, 2, 3, 'z', 4);

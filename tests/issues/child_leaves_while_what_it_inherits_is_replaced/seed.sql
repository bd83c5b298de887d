INSERT INTO c VALUES (1, 'b', 2, 3);
INSERT INTO stays_under_one VALUES (2, 'c', 3);
INSERT INTO outlives VALUES (4, 'a');

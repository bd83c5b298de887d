INSERT INTO leaves VALUES (1, 'one');
INSERT INTO stays VALUES (1, 'one');
INSERT INTO changes VALUES (1, 'one');
INSERT INTO joins VALUES (1, 'one', 2);

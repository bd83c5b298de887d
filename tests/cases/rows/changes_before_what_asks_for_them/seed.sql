INSERT INTO plans VALUES (1, NULL), (2, 'large');
INSERT INTO regions VALUES (1, 'eu'), (2, 'eu');
INSERT INTO levels VALUES (1, -1);
INSERT INTO extra VALUES (1, 'a'), (2, 'a');
INSERT INTO tree VALUES (1, NULL, 1), (2, 1, 2);

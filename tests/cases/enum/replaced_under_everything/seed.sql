INSERT INTO child VALUES (1, 'open');
INSERT INTO tickets VALUES (1, 'new', '{open,closed}', DEFAULT, 'x'), (2, NULL, NULL, DEFAULT, NULL);

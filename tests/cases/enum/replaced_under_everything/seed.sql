INSERT INTO child VALUES (1, 'open');
INSERT INTO tickets (id, state, past, note) VALUES (1, 'new', '{open,closed}', 'x'), (2, NULL, NULL, NULL);

INSERT INTO o VALUES (1, 'gone', 'gone', 4), (2, 'paid', 'paid', 4);

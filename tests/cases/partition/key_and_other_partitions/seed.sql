INSERT INTO e VALUES (1, 'x'), (2, 'y'), (11, 'x');

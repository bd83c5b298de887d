INSERT INTO parts VALUES (1, 'b');

INSERT INTO p VALUES (1, 'sad'), (2, 'ok'), (3, 'ok');

INSERT INTO tracks VALUES (1, 'a', '3 minutes'), (2, 'b', '11 minutes'); INSERT INTO covers VALUES (1, 'a');

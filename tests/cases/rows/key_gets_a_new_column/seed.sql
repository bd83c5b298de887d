INSERT INTO plans VALUES (1, 'small'), (2, 'large');
INSERT INTO parts VALUES (1, 'a');

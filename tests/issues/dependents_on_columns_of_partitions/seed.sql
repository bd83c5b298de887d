INSERT INTO events VALUES (1, 2, '6');
INSERT INTO child (id, n) VALUES (1, 2);

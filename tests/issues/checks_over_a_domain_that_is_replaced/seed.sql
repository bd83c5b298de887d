INSERT INTO things VALUES (1, 2);
INSERT INTO child (n, more) VALUES (1, '{2,3}');

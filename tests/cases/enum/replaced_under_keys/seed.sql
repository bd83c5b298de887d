INSERT INTO kinds VALUES ('a'), ('b');
INSERT INTO things VALUES (1, 'a'), (2, 'b'), (3, NULL);
INSERT INTO parts VALUES (1, 'a'), (2, 'b');

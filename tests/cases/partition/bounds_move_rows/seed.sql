INSERT INTO t VALUES (1, 'a'), (7, 'b'), (12, 'c'), (25, 'd');
INSERT INTO u VALUES (7);

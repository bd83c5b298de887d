INSERT INTO t VALUES (1, 'a'), (11, 'b'), (25, 'c');

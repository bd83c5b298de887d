INSERT INTO t VALUES (1, 'b', NULL), (2, NULL, 'c');

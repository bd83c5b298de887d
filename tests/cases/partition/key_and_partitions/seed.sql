INSERT INTO t VALUES (1, 'x'), (2, 'y'), (11, 'x'), (12, 'z');

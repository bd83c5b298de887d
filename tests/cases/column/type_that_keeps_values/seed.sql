INSERT INTO t VALUES (1, 'x', 1.5, '2024-01-01', 'y', '{1}');

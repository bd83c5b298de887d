INSERT INTO t VALUES (1, 'x', '1', '2024-01-01', '{}');

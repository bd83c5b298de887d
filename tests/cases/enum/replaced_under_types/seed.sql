INSERT INTO t VALUES (1, 'low', '{low,high}', '{high,low}', ROW('2025-01-01', 'high', 'low'), ARRAY[ROW('2025-01-01', 'high', 'low')]::entry[], NULL, 'low'),
    (2, NULL, NULL, NULL, NULL, NULL, NULL, 'high');

INSERT INTO t VALUES ('a', '{a,b}', '{c}', ROW('d', 1)), (NULL, NULL, NULL, NULL);

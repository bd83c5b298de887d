INSERT INTO t VALUES (ROW(1, 'x y'), ARRAY[ROW(2, 'a,"b"')]::address[], ROW(3, NULL)), (NULL, NULL, NULL);

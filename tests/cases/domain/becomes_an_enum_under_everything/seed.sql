INSERT INTO t VALUES (1,'a','b',ROW('a',1),ARRAY[ROW('b',2)::comp]); INSERT INTO f VALUES ('a');

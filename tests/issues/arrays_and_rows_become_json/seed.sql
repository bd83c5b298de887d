INSERT INTO t VALUES ('{}', '{1,2}', '(1,x)', '2020-01-01', 'buy', 'sell', 'buy', 5);

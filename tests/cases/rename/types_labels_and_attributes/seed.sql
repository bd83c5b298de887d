INSERT INTO t VALUES ('ok', '{sad,happy}', ROW('a', 'b'), 'x');

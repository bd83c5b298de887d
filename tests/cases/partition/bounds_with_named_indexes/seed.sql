INSERT INTO t SELECT i, i FROM generate_series(0, 19) i;

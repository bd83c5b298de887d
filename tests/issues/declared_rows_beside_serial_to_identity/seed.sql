INSERT INTO t(n) select generate_series(1,500);

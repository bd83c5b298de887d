CREATE TABLE t (a bit(32), b bit(64), c bit(32), d bit(1));

CREATE TYPE e AS ENUM ('a', 'b');
CREATE DOMAIN gone AS e;
CREATE TABLE t (k gone, l e);
INSERT INTO t VALUES ('a', 'b');

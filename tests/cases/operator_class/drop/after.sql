CREATE TYPE pair AS (x integer, y integer);
CREATE TABLE t (p pair);

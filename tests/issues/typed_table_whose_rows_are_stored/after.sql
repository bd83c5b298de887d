CREATE TYPE c AS (a bigint);
CREATE TABLE t OF c;
CREATE TABLE w (x t, n integer);

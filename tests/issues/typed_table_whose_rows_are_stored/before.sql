CREATE TYPE c AS (a integer);
CREATE TABLE t OF c;
CREATE TABLE w (x t, n integer);

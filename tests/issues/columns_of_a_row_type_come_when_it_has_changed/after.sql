CREATE TABLE z (id bigint);
CREATE TABLE b (id int, r z, rs z[]);
CREATE TABLE t (a int NOT NULL, b int NOT NULL DEFAULT 5);
CREATE TYPE ct AS (y t);
CREATE TABLE u (x ct);

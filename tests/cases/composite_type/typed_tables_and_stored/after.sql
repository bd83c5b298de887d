CREATE TYPE comp AS (a bigint, b text);
CREATE TABLE t OF comp (PRIMARY KEY (a));
CREATE TABLE u (x comp);

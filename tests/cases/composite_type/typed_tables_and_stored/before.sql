CREATE TYPE comp AS (a integer, b text);
CREATE TABLE t OF comp (PRIMARY KEY (a));
CREATE TABLE u (x comp);

CREATE TABLE a (i int DEFAULT 3, k bigint);
CREATE TABLE b (i int DEFAULT 2, k bigint);
-- PostgreSQL refuses parents that disagree, unless the table says its own default at once.
CREATE TABLE c (i int DEFAULT 4, k bigint DEFAULT 5) INHERITS (a, b);
CREATE TABLE d (i int DEFAULT NULL) INHERITS (a, b);

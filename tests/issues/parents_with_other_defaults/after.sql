CREATE TABLE a (i int DEFAULT 3);
CREATE TABLE b (i int DEFAULT 2);
-- PostgreSQL refuses parents that disagree, unless the table says its own default at once.
CREATE TABLE c (i int DEFAULT 4) INHERITS (a, b);
CREATE TABLE d (i int DEFAULT NULL) INHERITS (a, b);

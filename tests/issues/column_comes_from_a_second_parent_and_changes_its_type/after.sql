CREATE TABLE p (i bigint NOT NULL);
CREATE TABLE b (x int, i bigint);
CREATE TABLE c () INHERITS (p, b);

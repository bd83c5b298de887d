CREATE TABLE p (a bigint);
CREATE TABLE q (a bigint);
CREATE TABLE child () INHERITS (p, q);

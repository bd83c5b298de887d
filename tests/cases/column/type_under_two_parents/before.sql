CREATE TABLE p (a int);
CREATE TABLE q (a int);
CREATE TABLE child () INHERITS (p, q);

CREATE TABLE p (id int);
CREATE TABLE q (id int, k int);
CREATE TABLE a () INHERITS (p, q);
CREATE TABLE below () INHERITS (a);

CREATE TABLE p (id int, k int NOT NULL);
CREATE TABLE q (id int, k int);
CREATE TABLE a () INHERITS (p, q);
CREATE TABLE below () INHERITS (a);

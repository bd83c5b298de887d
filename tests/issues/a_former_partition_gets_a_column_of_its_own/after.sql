CREATE TABLE p (id int);
CREATE TABLE p2 (x int) INHERITS (p);

CREATE TABLE a (x integer);
CREATE TABLE b (x integer);
CREATE TABLE leaves (w integer) INHERITS (a, b);
CREATE TABLE comes (w integer) INHERITS (a);
INSERT INTO leaves VALUES (1, 2);
INSERT INTO comes VALUES (3, 4);

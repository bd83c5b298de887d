CREATE TABLE a (x bigint);
CREATE TABLE b (x bigint);
CREATE TABLE leaves (w integer) INHERITS (a);
CREATE TABLE comes (w integer) INHERITS (a, b);

CREATE TABLE a (y int); CREATE TABLE b (z int); CREATE TABLE c () INHERITS (a, b);

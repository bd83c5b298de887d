CREATE TABLE a (id int, v int DEFAULT 1, w int DEFAULT 3);
CREATE TABLE b (u int);
CREATE TABLE joins (c int, u int) INHERITS (a, b);
ALTER TABLE joins ALTER v SET DEFAULT 7;
CREATE TABLE leaves (u int) INHERITS (a);

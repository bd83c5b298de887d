CREATE TABLE a (id int NOT NULL, v int, w int DEFAULT 2);
CREATE TABLE b (u int);
CREATE TABLE joins (c int) INHERITS (a);
ALTER TABLE joins ALTER v SET DEFAULT 7;
CREATE TABLE leaves () INHERITS (a, b);

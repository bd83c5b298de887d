CREATE TYPE m AS ENUM ('c', 'a', 'b');
CREATE TABLE t (id int PRIMARY KEY, k m[], l m[] DEFAULT '{a}');

CREATE TYPE m AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id int PRIMARY KEY, k m DEFAULT 'a', l m);

CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1::int';
CREATE TYPE m AS ENUM ('a','b','c');
CREATE TABLE p (id int, i int DEFAULT f(1) NOT NULL, t text, CONSTRAINT ptx CHECK (length(t) > 0));
CREATE TABLE q (id int, i int DEFAULT f(1), k m NOT NULL, t text DEFAULT 'x', CONSTRAINT qix CHECK (f(i::int) > 0));
CREATE TABLE a (id int, i int DEFAULT f(1) NOT NULL, k m NOT NULL, t text DEFAULT 'x', CONSTRAINT qix CHECK (f(i::int) > 0)) INHERITS (q);
CREATE TABLE b (i int DEFAULT 1, t text DEFAULT 'x') INHERITS (p, q);
CREATE TABLE c (i int DEFAULT 1, t text DEFAULT 'x') INHERITS (p, a);

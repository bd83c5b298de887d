CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1::int';
CREATE TYPE m AS ENUM ('a','b','c');
CREATE TABLE p (id int, i int DEFAULT f(1) NOT NULL, t text DEFAULT 'x', CONSTRAINT ptx CHECK (length(t) > 0));
CREATE TABLE q (id int, i int NOT NULL, k m DEFAULT 'a' NOT NULL, t text);
CREATE TABLE a (id int, k m DEFAULT 'a', t text NOT NULL, CONSTRAINT atx CHECK (length(t) > 0));
CREATE TABLE b (CONSTRAINT bkx CHECK (k IS NOT NULL)) INHERITS (a);
CREATE TABLE c (k m DEFAULT 'b', t text DEFAULT 'x') INHERITS (p, b);

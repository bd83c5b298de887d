CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1::int';
CREATE TYPE m AS ENUM ('a','b','c');
CREATE TABLE p (id int, i int DEFAULT 2, k m DEFAULT 'b', t text DEFAULT 'x' NOT NULL);
CREATE TABLE q (id int, k m DEFAULT 'b', t text NOT NULL, CONSTRAINT qtx CHECK (length(t) > 0));
CREATE TABLE a (k m DEFAULT 'a') INHERITS (p);
CREATE TABLE b (id int, i int DEFAULT f(1) NOT NULL, k m DEFAULT 'a', t text);
CREATE TABLE c (i int DEFAULT 1, k m DEFAULT 'a', t text DEFAULT 'x' NOT NULL, CONSTRAINT cix CHECK (f(i::int) > 0)) INHERITS (a, b);

CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1::int';
CREATE TYPE m AS ENUM ('a','b','c');
CREATE TABLE p (id int, i bigint DEFAULT f(1) NOT NULL, t text DEFAULT 'x', CONSTRAINT ptx CHECK (length(t) > 0));
CREATE TABLE q (id int, i bigint NOT NULL, k m DEFAULT 'a' NOT NULL, t text);
CREATE TABLE a (id int, k m DEFAULT 'a');
CREATE TABLE b (i bigint DEFAULT f(1), CONSTRAINT bix CHECK (f(i::int) > 0), CONSTRAINT bkx CHECK (k IS NOT NULL)) INHERITS (a);
CREATE TABLE c (i bigint DEFAULT 1, k m DEFAULT 'b') INHERITS (p, b);

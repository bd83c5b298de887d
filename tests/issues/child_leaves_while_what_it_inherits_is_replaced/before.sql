CREATE TYPE m AS ENUM ('a', 'b', 'c');
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE TABLE p (id int, k m DEFAULT 'a', n int DEFAULT f(1), CONSTRAINT n_is_positive CHECK (f(n) > 0));
CREATE TABLE q (id int, n int DEFAULT f(1), CONSTRAINT n_is_positive CHECK (f(n) > 0));
CREATE TABLE goes (id int, k m DEFAULT 'b');
CREATE TABLE c (e int) INHERITS (p);
CREATE TABLE stays_under_one () INHERITS (p, q);
CREATE TABLE outlives () INHERITS (goes);

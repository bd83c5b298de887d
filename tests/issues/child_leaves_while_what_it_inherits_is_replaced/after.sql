CREATE TYPE m AS ENUM ('c', 'a', 'b');
CREATE FUNCTION f(int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1::bigint';
CREATE TABLE p (id int, k m DEFAULT 'a', n int DEFAULT f(1), CONSTRAINT n_is_positive CHECK (f(n) > 0));
CREATE TABLE q (id int, n int DEFAULT f(1), CONSTRAINT n_is_positive CHECK (f(n) > 0));
CREATE TABLE c (id int, k m DEFAULT 'a', n int DEFAULT f(1), e int, CONSTRAINT n_is_positive CHECK (f(n) > 0));
CREATE TABLE stays_under_one (k m DEFAULT 'a') INHERITS (q);
CREATE TABLE outlives (id int, k m DEFAULT 'b');

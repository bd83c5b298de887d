CREATE TABLE people (id serial CONSTRAINT people_pkey PRIMARY KEY, name text);
CREATE INDEX by_name ON people (name);
CREATE VIEW names AS SELECT name FROM people;
CREATE FUNCTION f(p people) RETURNS text LANGUAGE sql AS 'SELECT p.name';
CREATE TABLE logs (at timestamptz);
CREATE TYPE mood AS ENUM ('a');

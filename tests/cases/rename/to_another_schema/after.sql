CREATE SCHEMA archive;
CREATE TABLE archive.people (  -- schemadiff: renamed from public.people
    id serial CONSTRAINT people_pkey PRIMARY KEY,
    name text
);
CREATE INDEX by_its_name ON archive.people (name);  -- schemadiff: renamed from by_name
CREATE VIEW names AS SELECT name FROM archive.people;
CREATE FUNCTION f(p archive.people) RETURNS text LANGUAGE sql AS 'SELECT p.name';
-- schemadiff: renamed from public.logs
CREATE TABLE archive.events (at timestamptz);
-- schemadiff: renamed from public.mood
CREATE TYPE archive.mood AS ENUM ('a');

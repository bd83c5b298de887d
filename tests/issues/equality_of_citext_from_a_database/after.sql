CREATE TABLE untouched (id integer PRIMARY KEY);
CREATE EXTENSION citext;
CREATE TABLE people (id integer, email citext, other citext, CHECK (NULLIF(email, other) IS NOT NULL));
CREATE VIEW changed AS SELECT id, email IS DISTINCT FROM other AS is_changed FROM people;
CREATE VIEW kinds AS SELECT id, CASE email WHEN 'a'::citext THEN 1 ELSE 2 END AS kind FROM people;

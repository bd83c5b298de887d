CREATE TYPE person AS (id int, name text, gone text);
CREATE TABLE people OF person;
CREATE TABLE kid (z int) INHERITS (people);
CREATE VIEW v AS SELECT id, z FROM kid;

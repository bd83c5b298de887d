CREATE TYPE person AS (id bigint, name text, note text);
CREATE TABLE people OF person;
CREATE TABLE kid (z int) INHERITS (people);
ALTER TABLE kid ALTER COLUMN note SET NOT NULL;
CREATE VIEW v AS SELECT id, z FROM kid;

CREATE TYPE mood AS ENUM ('b', 'a');
CREATE FUNCTION rank(mood) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE TABLE t (v mood, at integer, g integer GENERATED ALWAYS AS (rank(v)) STORED, d integer DEFAULT rank('a'::mood), CONSTRAINT c CHECK (rank(v) = 1)) PARTITION BY LIST (at);
CREATE TABLE t1 PARTITION OF t DEFAULT;

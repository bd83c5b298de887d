CREATE TYPE mood AS ENUM ('a', 'b');
CREATE FUNCTION rank(mood) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE TABLE t (v mood, at integer, g integer GENERATED ALWAYS AS (rank(v)) STORED, d integer DEFAULT rank('a'::mood), CONSTRAINT c CHECK (rank(v) = 1));
INSERT INTO t VALUES ('a', 1);

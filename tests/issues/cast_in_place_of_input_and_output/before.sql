CREATE TYPE color AS ENUM ('red', 'blue');
CREATE TYPE point_of AS (x integer, y integer);
CREATE FUNCTION shown(color) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''it is so''';
CREATE FUNCTION shown(point_of) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''here''';
CREATE CAST (point_of AS text) WITH FUNCTION shown(point_of);
CREATE TABLE t (c color, p point_of);
CREATE VIEW of_color AS SELECT c::text AS x FROM t;
CREATE VIEW of_point AS SELECT p::text AS x FROM t;

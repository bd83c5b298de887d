CREATE TYPE points;
CREATE FUNCTION points_in(cstring) RETURNS points LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION points_out(points) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE points (INPUT = points_in, OUTPUT = points_out, INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4);
CREATE TABLE scores (score points, all_scores points[]);
CREATE VIEW best AS SELECT score FROM scores;

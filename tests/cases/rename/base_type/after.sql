CREATE TYPE score_points;
CREATE FUNCTION points_in(cstring) RETURNS score_points LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION points_out(score_points) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
-- schemadiff: renamed from points
CREATE TYPE score_points (INPUT = points_in, OUTPUT = points_out, INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4);
CREATE TABLE scores (score score_points, all_scores score_points[]);
CREATE VIEW best AS SELECT score FROM scores;

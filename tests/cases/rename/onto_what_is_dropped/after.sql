-- schemadiff: renamed from b
CREATE TABLE a (
    id integer,
    y integer,
    CONSTRAINT a_key UNIQUE (id)  -- schemadiff: renamed from b_key
);
CREATE VIEW of_b AS SELECT id, y FROM a;
CREATE TABLE t (
    id integer,
    a integer  -- schemadiff: renamed from b
);
CREATE INDEX i ON t (a);  -- schemadiff: renamed from j
CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'select 2';  -- schemadiff: renamed from g
CREATE TABLE mood (m integer);  -- schemadiff: renamed from moods

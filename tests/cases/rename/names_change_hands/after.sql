-- schemadiff: renamed from b
CREATE TABLE a (
    id integer,
    y integer,
    CONSTRAINT a_key UNIQUE (id)  -- schemadiff: renamed from b_key
);
-- schemadiff: renamed from a
CREATE TABLE b (
    id integer,
    x text,
    CONSTRAINT b_key UNIQUE (id)  -- schemadiff: renamed from a_key
);
CREATE INDEX a_i ON a (y);  -- schemadiff: renamed from b_i
CREATE INDEX b_i ON b (x);  -- schemadiff: renamed from a_i
CREATE VIEW va AS SELECT id, x FROM b;
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'select count(*) from b';
CREATE FUNCTION g(b) RETURNS integer LANGUAGE sql AS 'select 1';
CREATE TABLE ring (
    two integer,   -- schemadiff: renamed from one
    three text,    -- schemadiff: renamed from two
    one date       -- schemadiff: renamed from three
);
CREATE TYPE e AS ENUM (
    'y',  -- schemadiff: renamed from 'x'
    'x',  -- schemadiff: renamed from 'y'
    'z'
);
CREATE TABLE labels (l e DEFAULT 'y');
CREATE SCHEMA p;  -- schemadiff: renamed from q
CREATE SCHEMA q;  -- schemadiff: renamed from p
CREATE TABLE q.in_p (id integer); CREATE TABLE p.in_q (id integer);
CREATE VIEW both_schemas AS SELECT in_p.id FROM q.in_p JOIN p.in_q USING (id);

CREATE TABLE a (id serial CONSTRAINT a_pkey PRIMARY KEY, other date);
-- schemadiff: renamed from a
CREATE TABLE b (
    id serial,
    x text,
    CONSTRAINT b_pkey PRIMARY KEY (id)  -- schemadiff: renamed from a_pkey
);
-- schemadiff: renamed from b
CREATE TABLE c (
    id serial,
    y text,
    CONSTRAINT c_pkey PRIMARY KEY (id)  -- schemadiff: renamed from b_pkey
);
CREATE SCHEMA new;  -- schemadiff: renamed from old
CREATE TABLE new.t (id serial CONSTRAINT t_pkey PRIMARY KEY, x text);
CREATE VIEW new.v AS SELECT id, x FROM new.t;
CREATE FUNCTION new.f(new.t) RETURNS integer LANGUAGE sql AS 'select 1';
CREATE SCHEMA old;
CREATE TABLE old.t (id serial CONSTRAINT t_pkey PRIMARY KEY, y text);

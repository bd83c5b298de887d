CREATE SCHEMA s1;
CREATE SCHEMA s2;
-- schemadiff: renamed from s1.t
CREATE TABLE s2.t (id serial CONSTRAINT t_pkey PRIMARY KEY, a text);
CREATE INDEX i ON s2.t (a);
-- schemadiff: renamed from s2.t
CREATE TABLE s1.t (id serial CONSTRAINT t_pkey PRIMARY KEY, b date);
CREATE INDEX i ON s1.t (b);
CREATE TYPE s2.e AS ENUM ('a');  -- schemadiff: renamed from s1.e
CREATE TYPE s1.e AS ENUM ('b');  -- schemadiff: renamed from s2.e

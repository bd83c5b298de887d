CREATE TABLE a (id serial CONSTRAINT a_pkey PRIMARY KEY, x text);
CREATE TABLE b (id serial CONSTRAINT b_pkey PRIMARY KEY, y text);
CREATE SCHEMA old;
CREATE TABLE old.t (id serial CONSTRAINT t_pkey PRIMARY KEY, x text);
CREATE VIEW old.v AS SELECT id, x FROM old.t;
CREATE FUNCTION old.f(old.t) RETURNS integer LANGUAGE sql AS 'select 1';

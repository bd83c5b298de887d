CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO reader;
CREATE TYPE app.mood AS ENUM ('a', 'b');
CREATE TABLE app.t (id serial CONSTRAINT t_pkey PRIMARY KEY, m app.mood DEFAULT 'a');
CREATE FUNCTION app.f(m app.mood) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE VIEW public.v AS SELECT id, app.f(m) AS f FROM app.t WHERE m = 'a'::app.mood;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO reader;

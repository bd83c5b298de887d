CREATE SCHEMA shop;  -- schemadiff: renamed from app
GRANT USAGE ON SCHEMA shop TO reader;
CREATE TYPE shop.mood AS ENUM ('a', 'b');
CREATE TABLE shop.t (id serial CONSTRAINT t_pkey PRIMARY KEY, m shop.mood DEFAULT 'a');
CREATE FUNCTION shop.f(m shop.mood) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE VIEW public.v AS SELECT id, shop.f(m) AS f FROM shop.t WHERE m = 'a'::shop.mood;
ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT ON TABLES TO reader;

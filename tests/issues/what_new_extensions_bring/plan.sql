-- 11 steps; run with psql -v ON_ERROR_STOP=1

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET datestyle = 'ISO, YMD';
SET intervalstyle = 'postgres';
SET xmloption = content;
SET check_function_bodies = off;
SET default_tablespace = '';
SET default_table_access_method = heap;
SET default_toast_compression = 'pglz';
SET search_path = pg_catalog;
SET lock_timeout = '3s';

BEGIN;

-- [1/11] create extension bloom
SET LOCAL search_path = public;
CREATE EXTENSION bloom;

-- [2/11] create extension citext
CREATE EXTENSION citext;

-- [3/11] create extension earthdistance
CREATE EXTENSION earthdistance CASCADE;

-- [4/11] create extension moddatetime
CREATE EXTENSION moddatetime;

-- [5/11] create extension postgres_fdw
CREATE EXTENSION postgres_fdw;

-- [6/11] create server far
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw;

-- [7/11] create aggregate public.last_name(public.citext)
CREATE AGGREGATE public.last_name(public.citext) (
    SFUNC = public.citext_larger,
    STYPE = public.citext
);

-- [8/11] create table public.places
CREATE TABLE public.places (
    name public.citext,
    box public.cube,
    seen timestamp without time zone,
    CONSTRAINT places_box_excl EXCLUDE USING gist (box WITH OPERATOR(public.&&)),
    CONSTRAINT places_name_excl EXCLUDE USING btree (name WITH OPERATOR(public.=))
);

-- [9/11] create index public.places_id
-- ! blocking-index-build: nobody can write to public.untouched while it is built
CREATE INDEX places_id ON public.untouched USING bloom (id);

-- [10/11] create view public.sizes
CREATE VIEW public.sizes AS
SELECT cube_dim(box) AS size FROM places;

-- [11/11] create trigger public.places.places_seen
CREATE TRIGGER places_seen
    BEFORE UPDATE ON public.places
    FOR EACH ROW
    EXECUTE FUNCTION public.moddatetime('seen');

COMMIT;

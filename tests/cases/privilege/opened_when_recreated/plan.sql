-- 12 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/12] drop view public.bodies: query: SELECT notes.body FROM public.notes -> SELECT id, body FROM notes
DROP VIEW public.bodies;

-- [2/12] drop view public.titles: query: SELECT notes.id FROM public.notes -> SELECT body, id FROM notes
DROP VIEW public.titles;

-- [3/12] drop function public.half(integer): returns: integer -> numeric; body: SELECT $1 / 2 -> SELECT $1 / 2.0
DROP FUNCTION public.half(integer);

-- [4/12] alter enum public.mood: labels: low, high -> high, low
ALTER TYPE public.mood RENAME TO mood_old;

-- [5/12] alter enum public.mood: labels: low, high -> high, low
CREATE TYPE public.mood AS ENUM (
    'high',
    'low'
);

-- [6/12] alter privilege of PUBLIC on enum public.mood: privileges: none -> USAGE
-- ! widens-access: everybody gets USAGE on public.mood
GRANT ALL ON TYPE public.mood TO PUBLIC;

-- [7/12] alter enum public.mood: labels: low, high -> high, low
-- ! table-rewrite: writes public.moods and its indexes anew while nobody can use it
ALTER TABLE public.moods ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;

-- [8/12] alter enum public.mood: labels: low, high -> high, low
DROP TYPE public.mood_old;

-- [9/12] create function public.half(integer): returns: integer -> numeric; body: SELECT $1 / 2 -> SELECT $1 / 2.0
-- ! widens-access: everybody gets EXECUTE on public.half(integer)
CREATE FUNCTION public.half(integer) RETURNS numeric
    LANGUAGE sql
    AS $$SELECT $1 / 2.0$$;

-- [10/12] create view public.bodies: query: SELECT notes.body FROM public.notes -> SELECT id, body FROM notes
SET LOCAL search_path = public;
CREATE VIEW public.bodies AS
SELECT id, body FROM notes;

-- [11/12] create view public.titles: query: SELECT notes.id FROM public.notes -> SELECT body, id FROM notes
-- ! widens-access: everybody gets SELECT on public.titles
CREATE VIEW public.titles AS
SELECT body, id FROM notes;

-- [12/12] create privilege of PUBLIC on view public.bodies
-- ! widens-access: everybody gets SELECT, INSERT on public.bodies
GRANT INSERT ON TABLE public.bodies TO PUBLIC;

COMMIT;

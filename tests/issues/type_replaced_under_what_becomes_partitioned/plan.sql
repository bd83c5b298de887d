-- 13 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/13] drop constraint public.t.c
ALTER TABLE public.t DROP CONSTRAINT c;

-- [2/13] drop default public.t.d: uses enum public.mood, which is replaced
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;

-- [3/13] drop column public.t.g
ALTER TABLE public.t DROP COLUMN g;

-- [4/13] drop function public.rank(public.mood): uses enum public.mood, which is replaced
DROP FUNCTION public.rank(public.mood);

-- [5/13] alter enum public.mood: labels: a, b -> b, a
ALTER TYPE public.mood RENAME TO mood_old;

-- [6/13] alter enum public.mood: labels: a, b -> b, a
CREATE TYPE public.mood AS ENUM (
    'b',
    'a'
);

-- [7/13] create function public.rank(public.mood): uses enum public.mood, which is replaced
CREATE FUNCTION public.rank(public.mood) RETURNS integer
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT 1$$;

-- [8/13] alter table public.t: partition key: none -> LIST (at)
ALTER TABLE public.t RENAME TO t_old;

-- [9/13] create table public.t: partition key: none -> LIST (at)
-- ! full-scan: reads all of public.t while nobody can use it
SET LOCAL search_path = public;
CREATE TABLE public.t (
    v public.mood,
    at integer,
    g integer GENERATED ALWAYS AS (rank(v)) STORED,
    d integer DEFAULT rank('a'::mood),
    CONSTRAINT c CHECK (rank(v) = 1)
)
PARTITION BY LIST (at);

-- [10/13] create table public.t1
CREATE TABLE public.t1 PARTITION OF public.t
DEFAULT;

-- [11/13] alter table public.t: partition key: none -> LIST (at)
-- ! table-rewrite: copies all rows of public.t while nobody can use it; fails, and nothing is changed, if a row fits no partition
SET LOCAL search_path = DEFAULT;
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.t (v, at, d)
        SELECT v::text::public.mood, at, d FROM public.t_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.t_old) THEN
        RAISE EXCEPTION 'only % rows of public.t_old went over to public.t', moved;
    END IF;
END
$$;

-- [12/13] drop table public.t: partition key: none -> LIST (at)
DROP TABLE public.t_old;

-- [13/13] alter enum public.mood: labels: a, b -> b, a
DROP TYPE public.mood_old;

COMMIT;

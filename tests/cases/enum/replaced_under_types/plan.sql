-- 28 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/28] drop view public.v: uses column public.t.c, which is altered
DROP VIEW public.v;

-- [2/28] drop default public.t.m: uses enum public.mood, which is replaced
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;

-- [3/28] drop function public.all_moods(): uses enum public.mood, which is replaced
DROP FUNCTION public.all_moods();

-- [4/28] drop function public.first_mood(public.entry): uses domain public.calm, which is replaced
DROP FUNCTION public.first_mood(public.entry);

-- [5/28] drop domain constraint public.calm.calm_check: check: (VALUE <> 'gone'::public.mood) -> VALUE >= 'high'
ALTER DOMAIN public.calm DROP CONSTRAINT calm_check;

-- [6/28] alter enum public.mood: labels: low, high, gone -> high, low
-- ! data-loss: removes the value 'gone'; while a row holds it, this fails
ALTER TYPE public.mood RENAME TO mood_old;

-- [7/28] alter enum public.mood: labels: low, high, gone -> high, low
CREATE TYPE public.mood AS ENUM (
    'high',
    'low'
);

-- [8/28] alter domain public.calm: is made of what is replaced
ALTER DOMAIN public.calm RENAME TO calm_old;

-- [9/28] alter domain public.calm: is made of what is replaced
SET LOCAL search_path = public;
CREATE DOMAIN public.calm AS public.mood
    DEFAULT 'low'
    CONSTRAINT calm_check CHECK (VALUE >= 'high');

-- [10/28] alter domain public.moods: is made of what is replaced
ALTER DOMAIN public.moods RENAME TO moods_old;

-- [11/28] alter domain public.moods: is made of what is replaced
CREATE DOMAIN public.moods AS public.mood[];

-- [12/28] alter composite type public.entry: is made of what is replaced
ALTER TYPE public.entry RENAME TO entry_old;

-- [13/28] alter composite type public.entry: is made of what is replaced
CREATE TYPE public.entry AS (
    at date,
    felt public.mood,
    before public.calm
);

-- [14/28] alter range type public.span: is made of what is replaced
ALTER TYPE public.span RENAME TO span_old;

-- [15/28] alter range type public.span: is made of what is replaced
ALTER TYPE public.span_multirange RENAME TO span_multirange_old;

-- [16/28] alter range type public.span: is made of what is replaced
DO $$
DECLARE
    maker regprocedure;
BEGIN
    FOR maker IN SELECT objid FROM pg_depend
            WHERE classid = 'pg_proc'::regclass AND deptype = 'i' AND refclassid = 'pg_type'::regclass
            AND refobjid IN ('public.span_old'::regtype, 'public.span_multirange_old'::regtype) LOOP
        EXECUTE format('ALTER FUNCTION %s RENAME TO %I', maker, 'span_old');
    END LOOP;
END
$$;

-- [17/28] alter range type public.span: is made of what is replaced
CREATE TYPE public.span AS RANGE (
    SUBTYPE = public.mood,
    SUBTYPE_OPCLASS = pg_catalog.enum_ops,
    MULTIRANGE_TYPE_NAME = public.span_multirange
);

-- [18/28] alter domain public.calm: is made of what is replaced
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t
    ALTER COLUMN c TYPE public.calm USING c::text::public.calm,
    ALTER COLUMN cs TYPE public.calm[] USING cs::text[]::public.calm[],
    ALTER COLUMN e TYPE public.entry USING e::text::public.entry,
    ALTER COLUMN es TYPE public.entry[] USING es::text[]::public.entry[],
    ALTER COLUMN m TYPE public.mood USING m::text::public.mood,
    ALTER COLUMN ms TYPE public.moods USING ms::text::public.moods,
    ALTER COLUMN s TYPE public.span USING s::text::public.span;

-- [19/28] alter domain public.moods: is made of what is replaced
DROP DOMAIN public.moods_old;

-- [20/28] alter composite type public.entry: is made of what is replaced
DROP TYPE public.entry_old;

-- [21/28] alter domain public.calm: is made of what is replaced
DROP DOMAIN public.calm_old;

-- [22/28] alter range type public.span: is made of what is replaced
DROP TYPE public.span_old;

-- [23/28] alter enum public.mood: labels: low, high, gone -> high, low
DROP TYPE public.mood_old;

-- [24/28] create function public.all_moods(): uses enum public.mood, which is replaced
CREATE FUNCTION public.all_moods() RETURNS TABLE(m public.mood, e public.entry)
    LANGUAGE sql
    AS $$ SELECT m, e FROM t $$;

-- [25/28] create function public.first_mood(public.entry): uses domain public.calm, which is replaced
CREATE FUNCTION public.first_mood(e public.entry) RETURNS public.calm
    LANGUAGE sql
    AS $$ SELECT (e).before $$;

-- [26/28] create default public.t.m: uses enum public.mood, which is replaced
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'high';

-- [27/28] create view public.v: uses column public.t.c, which is altered
CREATE VIEW public.v AS
SELECT id, (e).felt AS felt, c FROM t;

-- [28/28] create comment on domain public.calm
COMMENT ON DOMAIN public.calm IS 'No more';

COMMIT;

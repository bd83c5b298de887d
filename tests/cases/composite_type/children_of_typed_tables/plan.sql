-- 6 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/6] drop view public.v: uses column public.kid.id, which is altered
DROP VIEW public.v;

-- [2/6] alter composite type public.person: attributes: id integer, name text, gone text -> id bigint, name text, note text
-- ! data-loss: drops the column gone and its values in public.people
-- ! data-loss: drops the column gone and its values in public.kid
ALTER TYPE public.person DROP ATTRIBUTE gone CASCADE;

-- [3/6] alter composite type public.person: attributes: id integer, name text, gone text -> id bigint, name text, note text
-- ! table-rewrite: writes public.people and its indexes anew while nobody can use it
-- ! table-rewrite: writes public.kid and its indexes anew while nobody can use it
ALTER TYPE public.person ALTER ATTRIBUTE id TYPE bigint CASCADE;

-- [4/6] alter composite type public.person: attributes: id integer, name text, gone text -> id bigint, name text, note text
ALTER TYPE public.person ADD ATTRIBUTE note text CASCADE;

-- [5/6] create column public.kid.note: attributes: id integer, name text, gone text -> id bigint, name text, note text
ALTER TABLE public.kid ALTER COLUMN note SET NOT NULL;

-- [6/6] create view public.v: uses column public.kid.id, which is altered
SET LOCAL search_path = public;
CREATE VIEW public.v AS
SELECT id, z FROM kid;

COMMIT;

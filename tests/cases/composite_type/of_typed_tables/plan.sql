-- 7 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/7] drop view public.names: uses column public.people.n, which is altered
DROP VIEW public.names;

-- [2/7] alter composite type public.person: attributes: id integer, name text, gone text, n integer -> id integer, name text, n bigint, born date
-- ! data-loss: drops the column gone and its values in public.others
-- ! data-loss: drops the column gone and its values in public.people
ALTER TYPE public.person DROP ATTRIBUTE gone CASCADE;

-- [3/7] alter composite type public.person: attributes: id integer, name text, gone text, n integer -> id integer, name text, n bigint, born date
-- ! table-rewrite: writes public.others and its indexes anew while nobody can use it
-- ! table-rewrite: writes public.people and its indexes anew while nobody can use it
ALTER TYPE public.person ALTER ATTRIBUTE n TYPE bigint CASCADE;

-- [4/7] alter composite type public.person: attributes: id integer, name text, gone text, n integer -> id integer, name text, n bigint, born date
ALTER TYPE public.person ADD ATTRIBUTE born date CASCADE;

-- [5/7] create column public.others.born: attributes: id integer, name text, gone text, n integer -> id integer, name text, n bigint, born date
-- ! breaks-clients: fails if public.others has rows
ALTER TABLE public.others ALTER COLUMN born SET NOT NULL;

-- [6/7] create default public.people.born
SET LOCAL search_path = public;
ALTER TABLE public.people ALTER COLUMN born SET DEFAULT '2000-01-01';

-- [7/7] create view public.names: uses column public.people.n, which is altered
CREATE VIEW public.names AS
SELECT id, n FROM people;

COMMIT;

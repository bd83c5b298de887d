-- 8 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/8] drop constraint public.p.positive
ALTER TABLE ONLY public.p DROP CONSTRAINT positive;

-- [2/8] drop constraint public.p.positive
ALTER TABLE ONLY public.inheriting DROP CONSTRAINT positive;

-- [3/8] drop constraint public.p.positive
ALTER TABLE public.below DROP CONSTRAINT positive;

-- [4/8] drop constraint public.p.positive
ALTER TABLE public.going DROP CONSTRAINT positive;

-- [5/8] drop column public.p.a
-- ! data-loss: drops the column and its values
ALTER TABLE ONLY public.p DROP COLUMN a;

-- [6/8] alter column public.inheriting.a: type: integer -> bigint
-- ! table-rewrite: writes public.inheriting and its indexes anew while nobody can use it
ALTER TABLE public.inheriting ALTER COLUMN a TYPE bigint;

-- [7/8] alter default public.inheriting.a: default: 1 -> 2
SET LOCAL search_path = public;
ALTER TABLE public.inheriting ALTER COLUMN a SET DEFAULT 2;

-- [8/8] drop column public.p.a
-- ! data-loss: drops the column of public.going and its values
ALTER TABLE public.going DROP COLUMN a;

COMMIT;

-- 9 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/9] create column public.i.e
ALTER TABLE public.i ADD COLUMN e text;

-- [2/9] alter column public.j.c: statistics target: 9 -> -1
ALTER TABLE public.j ALTER COLUMN c SET STATISTICS -1;

-- [3/9] create column public.j.e
ALTER TABLE public.j ALTER COLUMN e SET NOT NULL;

-- [4/9] create column public.r.c
ALTER TABLE public.r ADD COLUMN c text;

-- [5/9] create column public.l.c
ALTER TABLE public.l ALTER COLUMN c SET NOT NULL;

-- [6/9] create column public.p.c
ALTER TABLE public.p ALTER COLUMN c SET NOT NULL;

-- [7/9] drop column public.i.b
-- ! data-loss: drops the column and its values
ALTER TABLE ONLY public.i DROP COLUMN b;

-- [8/9] drop column public.i.b
-- ! data-loss: drops the column of public.j and its values
ALTER TABLE public.j DROP COLUMN b;

-- [9/9] drop column public.r.b
-- ! data-loss: drops the column and its values
ALTER TABLE public.r DROP COLUMN b;

COMMIT;

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

-- [1/8] rename column public.c.b_old: makes way for what gets its name
ALTER TABLE public.c RENAME COLUMN b TO b_old;

-- [2/8] rename column public.p.b: renamed from a
-- ! breaks-clients: whoever says a fails from here on
ALTER TABLE public.p RENAME COLUMN a TO b;

-- [3/8] rename constraint public.c.y_old: makes way for what gets its name
ALTER TABLE public.c RENAME CONSTRAINT y TO y_old;

-- [4/8] rename constraint public.p.y: renamed from x
ALTER TABLE public.p RENAME CONSTRAINT x TO y;

-- [5/8] drop constraint public.c.y_old
ALTER TABLE ONLY public.c DROP CONSTRAINT y_old;

-- [6/8] drop constraint public.c.y_old
ALTER TABLE public.d DROP CONSTRAINT y_old;

-- [7/8] drop column public.c.b_old
-- ! data-loss: drops the column and its values
ALTER TABLE ONLY public.c DROP COLUMN b_old;

-- [8/8] drop column public.c.b_old
-- ! data-loss: drops the column of public.d and its values
ALTER TABLE public.d DROP COLUMN b_old;

COMMIT;

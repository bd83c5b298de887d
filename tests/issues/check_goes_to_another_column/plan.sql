-- 5 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/5] create column public.base.a
ALTER TABLE public.base ADD COLUMN a integer;

-- [2/5] drop column public.base.z
-- ! data-loss: drops the column and its values
ALTER TABLE ONLY public.base DROP COLUMN z;

-- [3/5] drop column public.base.z
-- ! data-loss: drops the column of public.own and its values
ALTER TABLE public.own DROP COLUMN z;

-- [4/5] drop column public.base.z
-- ! data-loss: drops the column of public.child and its values
ALTER TABLE public.child DROP COLUMN z;

-- [5/5] create constraint public.base.pos: check: (z > 0) -> a > 0
-- ! full-scan: reads all of public.base while nobody can use it
SET LOCAL search_path = public;
ALTER TABLE public.base ADD CONSTRAINT pos CHECK (a > 0);

COMMIT;

-- 3 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/3] drop column public.a.x
-- ! data-loss: drops the column and its values
ALTER TABLE ONLY public.a DROP COLUMN x;

-- [2/3] drop column public.b.x
-- ! data-loss: drops the column and its values
ALTER TABLE ONLY public.b DROP COLUMN x;

-- [3/3] drop column public.b.x
-- ! data-loss: drops the column of public.c and its values
ALTER TABLE public.c DROP COLUMN x;

COMMIT;

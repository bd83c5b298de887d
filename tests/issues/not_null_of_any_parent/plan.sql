-- 1 step; run with psql -v ON_ERROR_STOP=1

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

-- [1/1] alter column public.p.i: not null: no -> yes
-- ! full-scan: reads all of public.p while nobody can use it; fails if there is a NULL
ALTER TABLE public.p ALTER COLUMN i SET NOT NULL;

COMMIT;

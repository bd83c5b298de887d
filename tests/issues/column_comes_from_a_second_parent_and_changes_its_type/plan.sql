-- 2 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/2] alter column public.p.i: type: integer -> bigint
-- ! table-rewrite: writes public.p and its indexes anew while nobody can use it
ALTER TABLE public.p ALTER COLUMN i TYPE bigint;

-- [2/2] create column public.b.i
ALTER TABLE public.b ADD COLUMN i bigint;

COMMIT;

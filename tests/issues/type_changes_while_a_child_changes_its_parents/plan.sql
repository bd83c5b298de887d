-- 4 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/4] alter table public.leaves: inherits: public.a, public.b -> public.a
-- ! breaks-clients: queries of public.b no longer see its rows
ALTER TABLE public.leaves NO INHERIT public.b;

-- [2/4] alter column public.a.x: type: integer -> bigint
-- ! table-rewrite: writes public.a and its indexes anew while nobody can use it
ALTER TABLE public.a ALTER COLUMN x TYPE bigint;

-- [3/4] alter column public.b.x: type: integer -> bigint
-- ! table-rewrite: writes public.b and its indexes anew while nobody can use it
ALTER TABLE public.b ALTER COLUMN x TYPE bigint;

-- [4/4] alter table public.comes: inherits: public.a -> public.a, public.b
ALTER TABLE public.comes INHERIT public.b;

COMMIT;

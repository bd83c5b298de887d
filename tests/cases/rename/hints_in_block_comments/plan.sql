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

-- [1/4] rename table public.b: renamed from public.a
-- ! breaks-clients: whoever says public.a fails from here on
ALTER TABLE public.a RENAME TO b;

-- [2/4] rename table public.d: renamed from public.c
-- ! breaks-clients: whoever says public.c fails from here on
ALTER TABLE public.c RENAME TO d;

-- [3/4] rename column public.b.w: renamed from z
-- ! breaks-clients: whoever says z fails from here on
ALTER TABLE public.b RENAME COLUMN z TO w;

-- [4/4] rename column public.b.y: renamed from x
-- ! breaks-clients: whoever says x fails from here on
ALTER TABLE public.b RENAME COLUMN x TO y;

COMMIT;

-- 6 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/6] rename enum public.a: renamed from public.b
-- ! breaks-clients: whoever says public.b fails from here on
ALTER TYPE public.b RENAME TO a_new;

-- [2/6] rename enum public.b: renamed from public.a
-- ! breaks-clients: whoever says public.a fails from here on
ALTER TYPE public.a RENAME TO b;

-- [3/6] rename enum public.a: renamed from public.b
ALTER TYPE public.a_new RENAME TO a;

-- [4/6] rename column public.t.a: renamed from c
-- ! breaks-clients: whoever says c fails from here on
ALTER TABLE public.t RENAME COLUMN c TO a_new;

-- [5/6] rename column public.t.c: renamed from a
-- ! breaks-clients: whoever says a fails from here on
ALTER TABLE public.t RENAME COLUMN a TO c;

-- [6/6] rename column public.t.a: renamed from c
ALTER TABLE public.t RENAME COLUMN a_new TO a;

COMMIT;

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

-- [1/3] rename materialized view public.m: renamed from b
-- ! breaks-clients: whoever says b fails from here on
ALTER MATERIALIZED VIEW public.m RENAME COLUMN b TO name;

-- [2/3] rename column public.t.name: renamed from b
-- ! breaks-clients: whoever says b fails from here on
ALTER TABLE public.t RENAME COLUMN b TO name;

-- [3/3] rename view public.v: renamed from b
-- ! breaks-clients: whoever says b fails from here on
ALTER VIEW public.v RENAME COLUMN b TO name;

COMMIT;

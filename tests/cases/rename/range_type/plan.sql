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

-- [1/3] rename range type public.pause: renamed from public.gap
-- ! breaks-clients: whoever says public.gap fails from here on
ALTER TYPE public.gap RENAME TO pause;

-- [2/3] rename range type public.pause_multirange: renamed from public.gap_multirange
-- ! breaks-clients: whoever says public.gap_multirange fails from here on
ALTER TYPE public.gap_multirange RENAME TO pause_multirange;

-- [3/3] rename range type public.period: renamed from public.span
-- ! breaks-clients: whoever says public.span fails from here on
ALTER TYPE public.span RENAME TO period;

COMMIT;

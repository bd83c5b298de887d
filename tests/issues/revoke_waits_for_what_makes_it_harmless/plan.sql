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

-- [1/2] create privilege of PUBLIC on table public.t
-- ! widens-access: everybody gets SELECT on public.t
GRANT SELECT ON TABLE public.t TO PUBLIC;

-- [2/2] drop privilege of app on table public.t
REVOKE SELECT ON TABLE public.t FROM app;

COMMIT;

-- 8 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/8] drop privilege of app on foreign-data wrapper wrapper
-- ! breaks-clients: app loses USAGE on wrapper
REVOKE ALL ON FOREIGN DATA WRAPPER wrapper FROM app;

-- [2/8] alter privilege of PUBLIC on range type public.span: privileges: none -> USAGE
-- ! widens-access: everybody gets USAGE on public.span
GRANT ALL ON TYPE public.span TO PUBLIC;

-- [3/8] drop privilege of reader on column public.far.name
-- ! breaks-clients: reader loses UPDATE on public.far.name
REVOKE UPDATE (name) ON TABLE public.far FROM reader;

-- [4/8] create privilege of keeper on foreign-data wrapper wrapper
GRANT ALL ON FOREIGN DATA WRAPPER wrapper TO keeper WITH GRANT OPTION;

-- [5/8] alter privilege of app on server elsewhere: with grant option: USAGE -> none
-- ! breaks-clients: app can no longer grant USAGE on elsewhere
REVOKE GRANT OPTION FOR ALL ON FOREIGN SERVER elsewhere FROM app;

-- [6/8] create privilege of app on range type public.span
GRANT ALL ON TYPE public.span TO app;

-- [7/8] alter privilege of app on table public.far: privileges: SELECT -> SELECT, INSERT
GRANT INSERT ON TABLE public.far TO app;

-- [8/8] create privilege of reader on column public.far.id
GRANT UPDATE (id) ON TABLE public.far TO reader;

COMMIT;

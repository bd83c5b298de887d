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

-- [1/4] drop privilege of app on table public.orders
-- ! breaks-clients: app loses SELECT, UPDATE on public.orders
REVOKE SELECT, UPDATE ON TABLE public.orders FROM app;

-- [2/4] alter privilege of app on column public.orders.id
GRANT SELECT (id) ON TABLE public.orders TO app;

-- [3/4] alter privilege of app on column public.orders.note
GRANT UPDATE (note) ON TABLE public.orders TO app;

-- [4/4] alter privilege of app on column public.orders.total: privileges: SELECT -> UPDATE
GRANT UPDATE (total) ON TABLE public.orders TO app;

COMMIT;

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

-- [1/6] drop privilege of app on enum public.mood
-- ! breaks-clients: app can no longer grant USAGE on public.mood
REVOKE ALL ON TYPE public.mood FROM app;

-- [2/6] create privilege of app on table public.orders
GRANT SELECT ON TABLE public.orders TO app;

-- [3/6] drop privilege of app on column public.orders.id
REVOKE SELECT (id) ON TABLE public.orders FROM app;

-- [4/6] drop privilege of app on column public.orders.total
-- ! breaks-clients: app loses UPDATE on public.orders.total
REVOKE UPDATE (total) ON TABLE public.orders FROM app;

-- [5/6] create privilege of PUBLIC on table public.orders
-- ! widens-access: everybody gets SELECT on public.orders
GRANT SELECT ON TABLE public.orders TO PUBLIC;

-- [6/6] drop privilege of reader on table public.orders
REVOKE SELECT ON TABLE public.orders FROM reader;

COMMIT;

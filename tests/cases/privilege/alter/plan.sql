-- 7 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/7] alter privilege of PUBLIC on function public.f(): privileges: none -> EXECUTE
-- ! widens-access: everybody gets EXECUTE on public.f()
GRANT ALL ON ROUTINE public.f() TO PUBLIC;

-- [2/7] drop privilege of keeper on column public.orders.note
-- ! breaks-clients: keeper loses SELECT on public.orders.note
REVOKE SELECT (note) ON TABLE public.orders FROM keeper;

-- [3/7] alter privilege of app on table public.orders: privileges: SELECT, INSERT, DELETE -> SELECT, INSERT, UPDATE; with grant option: none -> INSERT
-- ! breaks-clients: app loses DELETE on public.orders
REVOKE DELETE ON TABLE public.orders FROM app;

-- [4/7] alter privilege of app on table public.orders: privileges: SELECT, INSERT, DELETE -> SELECT, INSERT, UPDATE; with grant option: none -> INSERT
GRANT UPDATE ON TABLE public.orders TO app;

-- [5/7] alter privilege of app on table public.orders: privileges: SELECT, INSERT, DELETE -> SELECT, INSERT, UPDATE; with grant option: none -> INSERT
GRANT INSERT ON TABLE public.orders TO app WITH GRANT OPTION;

-- [6/7] alter privilege of reader on table public.orders: with grant option: SELECT -> none
-- ! breaks-clients: reader can no longer grant SELECT on public.orders
REVOKE GRANT OPTION FOR SELECT ON TABLE public.orders FROM reader;

-- [7/7] alter privilege of keeper on column public.orders.id: privileges: SELECT -> SELECT, INSERT
GRANT INSERT (id) ON TABLE public.orders TO keeper;

COMMIT;

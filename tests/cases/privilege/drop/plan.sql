-- 5 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/5] drop privilege of app on schema public
REVOKE USAGE ON SCHEMA public FROM app;

-- [2/5] drop privilege of app on table public.orders
-- ! breaks-clients: app loses SELECT, INSERT on public.orders
REVOKE SELECT, INSERT ON TABLE public.orders FROM app;

-- [3/5] drop privilege of reader on table public.orders
-- ! breaks-clients: reader loses SELECT on public.orders
REVOKE SELECT ON TABLE public.orders FROM reader;

-- [4/5] drop privilege of PUBLIC on column public.orders.total
-- ! breaks-clients: everybody loses SELECT on public.orders.total
REVOKE SELECT (total) ON TABLE public.orders FROM PUBLIC;

-- [5/5] drop table public.gone
-- ! data-loss: drops the table and its rows
DROP TABLE public.gone;

COMMIT;

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

-- [1/2] alter owner of schema shop: role: app -> postgres
-- ! breaks-clients: app loses its rights as the owner of shop
ALTER SCHEMA shop OWNER TO postgres;

-- [2/2] alter owner of table public.orders: role: app -> postgres
-- ! breaks-clients: app loses its rights as the owner of public.orders
ALTER TABLE public.orders OWNER TO postgres;

COMMIT;

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

-- [1/6] rename sequence public.purchases_id_seq: renamed from public.orders_id_seq
-- ! breaks-clients: whoever says public.orders_id_seq fails from here on
ALTER SEQUENCE public.orders_id_seq RENAME TO purchases_id_seq;

-- [2/6] rename sequence public.purchases_no_seq: renamed from public.orders_number_seq
-- ! breaks-clients: whoever says public.orders_number_seq fails from here on
ALTER SEQUENCE public.orders_number_seq RENAME TO purchases_no_seq;

-- [3/6] rename table public.lines: renamed from public.items
-- ! breaks-clients: whoever says public.items fails from here on
ALTER TABLE public.items RENAME TO lines;

-- [4/6] rename table public.purchases: renamed from public.orders
-- ! breaks-clients: whoever says public.orders fails from here on
ALTER TABLE public.orders RENAME TO purchases;

-- [5/6] rename column public.lines.purchase_id: renamed from order_id
-- ! breaks-clients: whoever says order_id fails from here on
ALTER TABLE public.lines RENAME COLUMN order_id TO purchase_id;

-- [6/6] rename column public.purchases.no: renamed from number
-- ! breaks-clients: whoever says number fails from here on
ALTER TABLE public.purchases RENAME COLUMN number TO no;

COMMIT;

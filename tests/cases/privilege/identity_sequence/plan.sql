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

-- [1/5] drop privilege of reader on sequence public.orders.id
-- ! breaks-clients: reader loses USAGE on the sequence of public.orders.id
REVOKE USAGE ON SEQUENCE public.orders_id_seq FROM reader;

-- [2/5] alter column public.orders.number: identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle
ALTER TABLE public.orders ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY;

-- [3/5] alter column public.orders.number: identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle
SELECT setval(pg_get_serial_sequence('public.orders', 'number'), max(number))
    FROM public.orders HAVING max(number) >= 1;

-- [4/5] create privilege of app on sequence public.orders.id
GRANT SELECT ON SEQUENCE public.orders_id_seq TO app;

-- [5/5] create privilege of app on sequence public.orders.number
GRANT USAGE ON SEQUENCE public.orders_number_seq TO app;

COMMIT;

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

-- [1/6] drop default public.orders.id
ALTER TABLE public.orders ALTER COLUMN id DROP DEFAULT;

-- [2/6] alter column public.orders.id: type: integer -> bigint; identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1 no c…
-- ! table-rewrite: writes public.orders and its indexes anew while nobody can use it
ALTER TABLE public.orders ALTER COLUMN id TYPE bigint;

-- [3/6] alter column public.orders.id: type: integer -> bigint; identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1 no c…
ALTER TABLE public.orders
    ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.orders_id_seq_old);

-- [4/6] alter column public.orders.id: type: integer -> bigint; identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1 no c…
SELECT setval('public.orders_id_seq_old'::regclass, last_value, is_called)
    FROM public.orders_id_seq;

-- [5/6] drop sequence public.orders_id_seq
DROP SEQUENCE public.orders_id_seq;

-- [6/6] alter column public.orders.id: type: integer -> bigint; identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1 no c…
ALTER SEQUENCE public.orders_id_seq_old RENAME TO orders_id_seq;

COMMIT;

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

-- [1/6] drop constraint public.orders.orders_buyer_id_fkey: uses column public.buyers.id, which is altered
ALTER TABLE public.orders DROP CONSTRAINT orders_buyer_id_fkey;

-- [2/6] drop constraint public.orders.orders_seller: uses column public.buyers.id, which is altered
ALTER TABLE public.orders DROP CONSTRAINT orders_seller;

-- [3/6] alter column public.buyers.id: type: integer -> text
-- ! table-rewrite: writes public.buyers and its indexes anew while nobody can use it
ALTER TABLE public.buyers ALTER COLUMN id TYPE text;

-- [4/6] alter table public.orders: buyer_id: type: integer -> text; id: type: integer -> bigint; seller_id: type: integer -> text
-- ! table-rewrite: writes public.orders and its indexes anew while nobody can use it
ALTER TABLE public.orders
    ALTER COLUMN buyer_id TYPE text,
    ALTER COLUMN id TYPE bigint,
    ALTER COLUMN seller_id TYPE text;

-- [5/6] create constraint public.orders.orders_buyer_id_fkey: uses column public.buyers.id, which is altered
-- ! full-scan: reads all of public.orders while nobody can write to it
ALTER TABLE public.orders
    ADD CONSTRAINT orders_buyer_id_fkey FOREIGN KEY (buyer_id) REFERENCES public.buyers (id) ON DELETE CASCADE;

-- [6/6] create constraint public.orders.orders_seller: uses column public.buyers.id, which is altered
-- ! full-scan: reads all of public.orders while nobody can write to it
ALTER TABLE public.orders
    ADD CONSTRAINT orders_seller FOREIGN KEY (seller_id) REFERENCES public.buyers (id);

COMMIT;

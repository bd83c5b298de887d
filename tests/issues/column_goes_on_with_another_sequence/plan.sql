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

-- [1/5] create sequence public.orders_id_seq
CREATE SEQUENCE public.orders_id_seq AS integer;

-- [2/5] create sequence public.orders_id_seq
ALTER SEQUENCE public.orders_id_seq OWNED BY public.orders.id;

-- [3/5] alter default public.orders.id: default: nextval('public.numbers'::regclass) -> nextval('public.orders_id_seq'::regclass)
ALTER TABLE public.orders ALTER COLUMN id SET DEFAULT nextval('public.orders_id_seq'::regclass);

-- [4/5] alter default public.orders.id: default: nextval('public.numbers'::regclass) -> nextval('public.orders_id_seq'::regclass)
SELECT setval('public.orders_id_seq', max(id))
    FROM public.orders HAVING max(id) >= (SELECT last_value FROM public.orders_id_seq);

-- [5/5] drop sequence public.numbers
-- ! data-loss: drops the sequence and forgets where it stands
DROP SEQUENCE public.numbers;

COMMIT;

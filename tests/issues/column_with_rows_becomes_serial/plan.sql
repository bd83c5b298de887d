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

-- [1/7] create sequence public.numbers
CREATE SEQUENCE public.numbers START WITH 100;

-- [2/7] create sequence public.orders_id_seq
CREATE SEQUENCE public.orders_id_seq AS integer;

-- [3/7] create sequence public.orders_id_seq
ALTER SEQUENCE public.orders_id_seq OWNED BY public.orders.id;

-- [4/7] create default public.orders.id
ALTER TABLE public.orders ALTER COLUMN id SET DEFAULT nextval('public.orders_id_seq'::regclass);

-- [5/7] alter default public.orders.id
SELECT setval('public.orders_id_seq', max(id))
    FROM public.orders HAVING max(id) >= (SELECT last_value FROM public.orders_id_seq);

-- [6/7] alter default public.orders.number: default: 7 -> nextval('numbers')
SET LOCAL search_path = public;
ALTER TABLE public.orders ALTER COLUMN number SET DEFAULT nextval('numbers');

-- [7/7] alter default public.orders.number: default: 7 -> nextval('numbers')
SELECT setval('public.numbers', max(number))
    FROM public.orders HAVING max(number) >= (SELECT last_value FROM public.numbers);

COMMIT;

-- 3 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/3] create table public.currency
CREATE TABLE public.currency (
    code text NOT NULL,
    CONSTRAINT currency_pkey PRIMARY KEY (code)
);

-- [2/3] create rows public.currency: 2 rows
INSERT INTO public.currency (code)
VALUES
    ('EUR'),
    ('USD');

-- [3/3] create constraint public.orders.orders_currency_fkey
-- ! full-scan: reads all of public.orders while nobody can write to it
ALTER TABLE public.orders
    ADD CONSTRAINT orders_currency_fkey FOREIGN KEY (currency) REFERENCES public.currency (code);

COMMIT;

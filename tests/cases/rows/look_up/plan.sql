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

-- [1/3] create table public.markets
CREATE TABLE public.markets (
    symbol text NOT NULL,
    exchange_id integer,
    CONSTRAINT markets_exchange_id_fkey FOREIGN KEY (exchange_id) REFERENCES public.exchanges (id),
    CONSTRAINT markets_pkey PRIMARY KEY (symbol)
);

-- [2/3] create rows public.exchanges: 1 row
INSERT INTO public.exchanges (name)
VALUES
    ('binance');

-- [3/3] create rows public.markets: 1 row
SET LOCAL search_path = public;
INSERT INTO public.markets (symbol, exchange_id)
VALUES
    ('BTC-USD', (SELECT id FROM exchanges WHERE name = 'binance'));

COMMIT;

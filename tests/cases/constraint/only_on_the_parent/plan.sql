-- 13 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/13] alter table public.eu: partition of: public.old FOR VALUES IN ('eu') -> public.trades FOR VALUES IN ('eu')
-- ! breaks-clients: queries of public.old no longer see its rows
ALTER TABLE public.old DETACH PARTITION public.eu;

-- [2/13] alter table public.eu: partition of: public.old FOR VALUES IN ('eu') -> public.trades FOR VALUES IN ('eu')
-- ! full-scan: reads all of public.eu to see that its rows fit the bounds
SET LOCAL search_path = public;
ALTER TABLE public.trades ATTACH PARTITION public.eu FOR VALUES IN ('eu');

-- [3/13] create table public.orders
CREATE TABLE public.orders (
    region text NOT NULL,
    id integer NOT NULL
)
PARTITION BY LIST (region);

-- [4/13] create table public.orders_eu
CREATE TABLE public.orders_eu PARTITION OF public.orders
FOR VALUES IN ('eu');

-- [5/13] create table public.orders_us
CREATE TABLE public.orders_us PARTITION OF public.orders
FOR VALUES IN ('us');

-- [6/13] create constraint public.orders.orders_key
ALTER TABLE ONLY public.orders ADD CONSTRAINT orders_key UNIQUE (region, id);

-- [7/13] create constraint public.trades.some_pkey
-- ! blocking-index-build: nobody can use public.trades while its index is built
ALTER TABLE ONLY public.trades ADD CONSTRAINT some_pkey PRIMARY KEY (region, id);

-- [8/13] create constraint public.trades_us.us_pkey
-- ! blocking-index-build: nobody can use public.trades_us while its index is built
ALTER TABLE public.trades_us ADD CONSTRAINT us_pkey PRIMARY KEY (region, id);

-- [9/13] create constraint public.trades_us.us_pkey
ALTER INDEX public.some_pkey ATTACH PARTITION public.us_pkey;

-- [10/13] create index public.eu_pkey
-- ! blocking-index-build: nobody can write to public.eu while it is built
CREATE UNIQUE INDEX eu_pkey ON public.eu (region, id);

-- [11/13] create index public.orders_id
CREATE INDEX orders_id ON ONLY public.orders (id);

-- [12/13] create index public.orders_us_id
CREATE INDEX orders_us_id ON public.orders_us (id);

-- [13/13] create index public.orders_us_id
ALTER INDEX public.orders_id ATTACH PARTITION public.orders_us_id;

COMMIT;

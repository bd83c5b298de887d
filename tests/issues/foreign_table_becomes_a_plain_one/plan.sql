-- 11 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/11] drop view public.codes: uses column public.rates.code, which is recreated
DROP VIEW public.codes;

-- [2/11] drop table public.part_1: server: far -> none
-- ! breaks-clients: its rows are the server's: the table begins without any
DROP FOREIGN TABLE public.part_1;

-- [3/11] create table public.part_1: server: far -> none
SET LOCAL search_path = public;
CREATE TABLE public.part_1 PARTITION OF public.parts
FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- [4/11] drop table public.rates: server: far -> none
-- ! breaks-clients: its rows are the server's: the table begins without any
DROP FOREIGN TABLE public.rates;

-- [5/11] drop server far
DROP SERVER far;

-- [6/11] drop foreign-data wrapper remote
DROP FOREIGN DATA WRAPPER remote;

-- [7/11] create table public.rates: server: far -> none
-- ! blocking-index-build: nobody can use public.rates while its index is built
CREATE TABLE public.rates (
    code text NOT NULL,
    rate numeric,
    CONSTRAINT rates_pkey PRIMARY KEY (code)
);

-- [8/11] create view public.codes: uses column public.rates.code, which is recreated
CREATE VIEW public.codes AS
SELECT code FROM rates;

-- [9/11] create comment on table public.rates
COMMENT ON TABLE public.rates IS 'of the day';

-- [10/11] create privilege of PUBLIC on table public.rates
GRANT SELECT ON TABLE public.rates TO PUBLIC;

-- [11/11] create rows public.rates: 1 row
INSERT INTO public.rates (code, rate)
VALUES
    ('EUR', 1);

COMMIT;

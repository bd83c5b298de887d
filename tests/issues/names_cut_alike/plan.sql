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

-- [1/5] create table public.settlement_of_the_orders_of_customers_by_the_exchange_in_year_1
CREATE TABLE public.settlement_of_the_orders_of_customers_by_the_exchange_in_year_1 (
    id integer NOT NULL,
    a integer,
    CONSTRAINT settlement_of_the_orders_of_customers_by_the_exchange_in__pkey1 PRIMARY KEY (id)
)
PARTITION BY LIST (id);

-- [2/5] create table public.settlement_of_the_orders_of_customers_by_the_exchange_in_year_6
CREATE TABLE public.settlement_of_the_orders_of_customers_by_the_exchange_in_year_6 (
    id integer,
    a integer,
    CONSTRAINT settlement_of_the_orders_of_customers_by_the_exchange_in__a_key UNIQUE (a)
);

-- [3/5] create index public.settlement_of_the_orders_of_customers_by_the_exchange_in_a_idx3
CREATE INDEX settlement_of_the_orders_of_customers_by_the_exchange_in_a_idx3 ON public.settlement_of_the_orders_of_customers_by_the_exchange_in_year_1 (a);

-- [4/5] create table public.settlement_of_the_orders_of_customers_by_the_exchange_in_year_5
SET LOCAL search_path = public;
CREATE TABLE public.settlement_of_the_orders_of_customers_by_the_exchange_in_year_5 PARTITION OF public.settlement_of_the_orders_of_customers_by_the_exchange_in_year_1
FOR VALUES IN (5);

-- [5/5] create index public.settlement_of_the_orders_of_customers_by_the_exchange_in_a_idx5
CREATE INDEX settlement_of_the_orders_of_customers_by_the_exchange_in_a_idx5 ON public.settlement_of_the_orders_of_customers_by_the_exchange_in_year_6 (a);

COMMIT;

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

-- [1/3] create table public.t
SET LOCAL search_path = public;
CREATE TABLE public.t (
    a integer,
    b text DEFAULT 'p'
)
PARTITION BY RANGE (a);

-- [2/3] create table public.t1
CREATE TABLE public.t1 PARTITION OF public.t (
    b DEFAULT 'c' NOT NULL,
    CONSTRAINT own CHECK (a > 2)
)
FOR VALUES FROM (1) TO (10)
WITH (fillfactor=50);

-- [3/3] create index public.own_index
CREATE INDEX own_index ON public.t1 (b);

COMMIT;

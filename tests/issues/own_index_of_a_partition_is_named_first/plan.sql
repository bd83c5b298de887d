-- 4 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/4] create table public.a
CREATE TABLE public.a (
    k integer,
    v integer
)
PARTITION BY LIST (k);

-- [2/4] create table public.p
SET LOCAL search_path = public;
CREATE TABLE public.p PARTITION OF public.a
FOR VALUES IN (1);

-- [3/4] create index public.p_v_idx
CREATE INDEX p_v_idx ON public.p (v)
    WHERE v > 0;

-- [4/4] create index public.a_v_idx
CREATE INDEX a_v_idx ON public.a (v);

COMMIT;

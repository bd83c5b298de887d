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

-- [1/4] create table public.t
SET LOCAL search_path = public;
CREATE TABLE public.t (
    a integer,
    b text DEFAULT 'p'
)
PARTITION BY RANGE (a);

-- [2/4] create table public.t1
CREATE TABLE public.t1 PARTITION OF public.t (
    CONSTRAINT own CHECK (a > 2)
)
FOR VALUES FROM (1) TO (10)
WITH (fillfactor=50);

-- [3/4] create default public.t1.b
ALTER TABLE public.t1 ALTER COLUMN b SET DEFAULT 'c';

-- [4/4] create index public.own_index
CREATE INDEX own_index ON public.t1 (b);

COMMIT;

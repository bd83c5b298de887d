-- 10 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/10] create table public.log_2
SET LOCAL search_path = public;
CREATE TABLE public.log_2 PARTITION OF public.log (
    CONSTRAINT log_2_pkey PRIMARY KEY (id)
)
FOR VALUES FROM (10) TO (20);

-- [2/10] create table public.log_3
CREATE TABLE public.log_3 PARTITION OF public.log (
    CONSTRAINT log_3_pkey PRIMARY KEY (id)
)
FOR VALUES FROM (20) TO (30);

-- [3/10] create constraint public.log.log_pkey
-- ! blocking-index-build: nobody can use public.log while its index is built
ALTER TABLE ONLY public.log ADD CONSTRAINT log_pkey PRIMARY KEY (id);

-- [4/10] create constraint public.log_2.log_2_pkey
ALTER INDEX public.log_pkey ATTACH PARTITION public.log_2_pkey;

-- [5/10] create constraint public.log_3.log_3_pkey
ALTER INDEX public.log_pkey ATTACH PARTITION public.log_3_pkey;

-- [6/10] create index public.log_2_n_idx
CREATE INDEX log_2_n_idx ON public.log_2 (n);

-- [7/10] create index public.log_3_n_idx
CREATE INDEX log_3_n_idx ON public.log_3 (n);

-- [8/10] create index public.log_n
-- ! blocking-index-build: nobody can write to public.log while it is built
CREATE INDEX log_n ON ONLY public.log (n);

-- [9/10] create index public.log_2_n_idx
ALTER INDEX public.log_n ATTACH PARTITION public.log_2_n_idx;

-- [10/10] create index public.log_3_n_idx
ALTER INDEX public.log_n ATTACH PARTITION public.log_3_n_idx;

COMMIT;

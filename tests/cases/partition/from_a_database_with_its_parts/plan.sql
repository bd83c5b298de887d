-- 6 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/6] create table public.fresh
CREATE TABLE public.fresh (
    a integer,
    b integer,
    CONSTRAINT fresh_b_fkey FOREIGN KEY (b) REFERENCES public.target (id)
)
PARTITION BY LIST (a);

-- [2/6] create table public.fresh_1
CREATE TABLE public.fresh_1 PARTITION OF public.fresh
FOR VALUES IN (1);

-- [3/6] create constraint public.there.there_b_fkey
-- ! full-scan: reads all of public.there while nobody can write to it
ALTER TABLE public.there
    ADD CONSTRAINT there_b_fkey FOREIGN KEY (b) REFERENCES public.target (id);

-- [4/6] create index public.fresh_a
CREATE UNIQUE INDEX fresh_a ON public.fresh (a);

-- [5/6] create index public.there_b
-- ! blocking-index-build: nobody can write to public.there while it is built
CREATE INDEX there_b ON public.there (b);

-- [6/6] create index public.there_c
-- ! blocking-index-build: nobody can write to public.there while it is built
CREATE INDEX there_c ON public.there (c) INCLUDE (b);

COMMIT;

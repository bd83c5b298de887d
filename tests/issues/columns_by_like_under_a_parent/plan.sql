-- 7 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/7] create table public.c
CREATE TABLE public.c ()
INHERITS (public.base);

-- [2/7] create table public.kid2
CREATE TABLE public.kid2 ()
INHERITS (public.q);

-- [3/7] create table public.part
SET LOCAL search_path = public;
CREATE TABLE public.part PARTITION OF public.p
FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

-- [4/7] create table public.part2
CREATE TABLE public.part2 PARTITION OF public.p
FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');

-- [5/7] alter column public.kid.a: not null: no -> yes
-- ! full-scan: reads all of public.kid while nobody can use it; fails if there is a NULL
ALTER TABLE public.kid ALTER COLUMN a SET NOT NULL;

-- [6/7] create column public.kid2.a
ALTER TABLE public.kid2 ALTER COLUMN a SET NOT NULL;

-- [7/7] create index public.part2_i
CREATE INDEX part2_i ON public.part2 (id);

COMMIT;

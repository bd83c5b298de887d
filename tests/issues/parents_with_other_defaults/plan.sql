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

-- [1/6] alter column public.a.k: type: integer -> bigint
-- ! table-rewrite: writes public.a and its indexes anew while nobody can use it
ALTER TABLE public.a ALTER COLUMN k TYPE bigint;

-- [2/6] alter column public.b.k: type: integer -> bigint
-- ! table-rewrite: writes public.b and its indexes anew while nobody can use it
ALTER TABLE public.b ALTER COLUMN k TYPE bigint;

-- [3/6] create table public.d
CREATE TABLE public.d (
    i integer DEFAULT NULL
)
INHERITS (public.a, public.b);

-- [4/6] alter default public.a.i: default: 1 -> 3
SET LOCAL search_path = public;
ALTER TABLE public.a ALTER COLUMN i SET DEFAULT 3;

-- [5/6] create table public.c
CREATE TABLE public.c (
    i integer DEFAULT 4,
    k bigint DEFAULT 5
)
INHERITS (public.a, public.b);

-- [6/6] create default public.d.i
ALTER TABLE public.d ALTER COLUMN i DROP DEFAULT;

COMMIT;

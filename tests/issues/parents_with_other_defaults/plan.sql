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

-- [1/4] create table public.d
CREATE TABLE public.d (
    i integer DEFAULT NULL
)
INHERITS (public.a, public.b);

-- [2/4] alter default public.a.i: default: 1 -> 3
SET LOCAL search_path = public;
ALTER TABLE public.a ALTER COLUMN i SET DEFAULT 3;

-- [3/4] create table public.c
CREATE TABLE public.c (
    i integer DEFAULT 4
)
INHERITS (public.a, public.b);

-- [4/4] create default public.d.i
ALTER TABLE public.d ALTER COLUMN i DROP DEFAULT;

COMMIT;

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

-- [1/6] drop default public.p.i: uses function public.f(integer), which is recreated
ALTER TABLE public.p ALTER COLUMN i DROP DEFAULT;

-- [2/6] drop function public.f(integer): returns: integer -> bigint; body: SELECT $1 -> SELECT $1::bigint
DROP FUNCTION public.f(integer);

-- [3/6] create function public.f(integer): returns: integer -> bigint; body: SELECT $1 -> SELECT $1::bigint
CREATE FUNCTION public.f(integer) RETURNS bigint
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT $1::bigint$$;

-- [4/6] create default public.p.i: uses function public.f(integer), which is recreated
SET LOCAL search_path = public;
ALTER TABLE public.p ALTER COLUMN i SET DEFAULT f(1);

-- [5/6] create default public."none".i: that of table public.p is set anew, in all tables below
ALTER TABLE public."none" ALTER COLUMN i DROP DEFAULT;

-- [6/6] create default public.other.i: that of table public.p is set anew, in all tables below
ALTER TABLE public.other ALTER COLUMN i SET DEFAULT 2;

COMMIT;

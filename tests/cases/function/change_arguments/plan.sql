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

-- [1/4] drop function public.f(integer)
DROP FUNCTION public.f(integer);

-- [2/4] drop function public.named(integer, integer): arguments: a integer, b integer DEFAULT 1 -> other integer, b integer
DROP FUNCTION public.named(integer, integer);

-- [3/4] create function public.f(bigint)
CREATE FUNCTION public.f(a bigint) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;

-- [4/4] create function public.named(integer, integer): arguments: a integer, b integer DEFAULT 1 -> other integer, b integer
CREATE FUNCTION public.named(other integer, b integer) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;

COMMIT;

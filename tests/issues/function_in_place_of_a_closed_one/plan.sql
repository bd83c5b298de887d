-- 2 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/2] drop function public.f(integer)
DROP FUNCTION public.f(integer);

-- [2/2] create function public.f(bigint)
-- ! widens-access: everybody gets EXECUTE on public.f(bigint)
CREATE FUNCTION public.f(bigint) RETURNS integer
    LANGUAGE sql
    SECURITY DEFINER
    AS $$SELECT 1$$;

COMMIT;

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

-- [1/4] alter domain public.dm: default: public.s(5) -> s(5)
ALTER DOMAIN public.dm DROP DEFAULT;

-- [2/4] drop function public.s(integer)
DROP FUNCTION public.s(integer);

-- [3/4] create function public.s(integer, integer)
SET LOCAL search_path = public;
CREATE FUNCTION public.s(t integer, u integer DEFAULT 3) RETURNS integer
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT t$$;

-- [4/4] alter domain public.dm: default: public.s(5) -> s(5)
ALTER DOMAIN public.dm SET DEFAULT s(5);

COMMIT;

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

-- [1/4] alter domain public.five: default: public.s(5) -> s(5)
ALTER DOMAIN public.five DROP DEFAULT;

-- [2/4] drop function public.s(integer): returns: integer -> bigint; body: SELECT t -> SELECT t::bigint
DROP FUNCTION public.s(integer);

-- [3/4] create function public.s(integer): returns: integer -> bigint; body: SELECT t -> SELECT t::bigint
CREATE FUNCTION public.s(t integer) RETURNS bigint
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT t::bigint$$;

-- [4/4] alter domain public.five: default: public.s(5) -> s(5)
SET LOCAL search_path = public;
ALTER DOMAIN public.five SET DEFAULT s(5);

COMMIT;

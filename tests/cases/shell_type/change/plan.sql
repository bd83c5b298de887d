-- 5 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/5] create shell type public.comes
CREATE TYPE public.comes;

-- [2/5] create function public.grows_in(cstring)
CREATE FUNCTION public.grows_in(cstring) RETURNS public.grows
    LANGUAGE internal
    IMMUTABLE STRICT
    AS 'int4in';

-- [3/5] create function public.grows_out(public.grows)
CREATE FUNCTION public.grows_out(public.grows) RETURNS cstring
    LANGUAGE internal
    IMMUTABLE STRICT
    AS 'int4out';

-- [4/5] create base type public.grows
-- ! needs-privileges: only a superuser can create base types
CREATE TYPE public.grows (
    INPUT = public.grows_in,
    OUTPUT = public.grows_out,
    LIKE = integer
);

-- [5/5] drop shell type public.goes
DROP TYPE public.goes;

COMMIT;

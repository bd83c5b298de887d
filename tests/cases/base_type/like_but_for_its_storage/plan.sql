-- 8 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/8] create base type public.boxed
CREATE TYPE public.boxed;

-- [2/8] create base type public.other
CREATE TYPE public.other;

-- [3/8] create function public.boxed_in(cstring)
CREATE FUNCTION public.boxed_in(cstring) RETURNS public.boxed
    LANGUAGE internal
    IMMUTABLE STRICT
    AS 'textin';

-- [4/8] create function public.boxed_out(public.boxed)
CREATE FUNCTION public.boxed_out(public.boxed) RETURNS cstring
    LANGUAGE internal
    IMMUTABLE STRICT
    AS 'textout';

-- [5/8] create base type public.boxed
-- ! needs-privileges: only a superuser can create base types
CREATE TYPE public.boxed (
    INPUT = public.boxed_in,
    OUTPUT = public.boxed_out,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = external
);

-- [6/8] create function public.other_in(cstring)
CREATE FUNCTION public.other_in(cstring) RETURNS public.other
    LANGUAGE internal
    IMMUTABLE STRICT
    AS 'textin';

-- [7/8] create function public.other_out(public.other)
CREATE FUNCTION public.other_out(public.other) RETURNS cstring
    LANGUAGE internal
    IMMUTABLE STRICT
    AS 'textout';

-- [8/8] create base type public.other
-- ! needs-privileges: only a superuser can create base types
CREATE TYPE public.other (
    INPUT = public.other_in,
    OUTPUT = public.other_out,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = main
);

COMMIT;

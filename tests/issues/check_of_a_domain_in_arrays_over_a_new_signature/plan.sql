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

-- [1/7] drop domain constraint public.four.four_check: check: (public.s(VALUE) <> 5) -> s(VALUE) <> 5
ALTER DOMAIN public.four DROP CONSTRAINT four_check;

-- [2/7] drop function public.s(integer)
DROP FUNCTION public.s(integer);

-- [3/7] alter domain public.four: values of it are parts of others, where they can't be checked
ALTER DOMAIN public.four RENAME TO four_old;

-- [4/7] create function public.s(integer, integer)
SET LOCAL search_path = public;
CREATE FUNCTION public.s(t integer, u integer DEFAULT 1) RETURNS integer
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT t$$;

-- [5/7] alter domain public.four: values of it are parts of others, where they can't be checked
CREATE DOMAIN public.four AS integer
    CONSTRAINT four_check CHECK (s(VALUE) <> 5);

-- [6/7] alter domain public.four: values of it are parts of others, where they can't be checked
-- ! table-rewrite: writes public.d and its indexes anew while nobody can use it
SET LOCAL search_path = DEFAULT;
ALTER TABLE public.d ALTER COLUMN x TYPE public.four[] USING x::text[]::public.four[];

-- [7/7] alter domain public.four: values of it are parts of others, where they can't be checked
DROP DOMAIN public.four_old;

COMMIT;

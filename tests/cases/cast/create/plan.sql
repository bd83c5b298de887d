-- 10 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/10] create enum public.color
CREATE TYPE public.color AS ENUM (
    'red',
    'blue'
);

-- [2/10] create domain public.code
CREATE DOMAIN public.code AS integer;

-- [3/10] create composite type public.one
CREATE TYPE public.one AS (
    a integer
);

-- [4/10] create composite type public.two
CREATE TYPE public.two AS (
    a integer
);

-- [5/10] create function public.color_of(integer)
CREATE FUNCTION public.color_of(integer) RETURNS public.color
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT CASE $1 WHEN 1 THEN 'red'::color ELSE 'blue'::color END$$;

-- [6/10] create function public.to_two(public.one)
CREATE FUNCTION public.to_two(public.one) RETURNS public.two
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT ROW($1.a)::two$$;

-- [7/10] create cast (integer AS public.color)
CREATE CAST (integer AS public.color) WITH FUNCTION public.color_of(integer) AS ASSIGNMENT;

-- [8/10] create cast (public.color AS integer)
CREATE CAST (public.color AS integer) WITH INOUT;

-- [9/10] create cast (public.one AS public.two)
CREATE CAST (public.one AS public.two) WITH FUNCTION public.to_two(public.one) AS IMPLICIT;

-- [10/10] create comment on cast (integer AS public.color)
COMMENT ON CAST (integer AS public.color) IS 'by number';

COMMIT;

-- 3 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/3] create function public.one()
SET LOCAL search_path = public;
CREATE FUNCTION public.one() RETURNS integer
    LANGUAGE sql
RETURN 1;

-- [2/3] create table public.t
CREATE TABLE public.t (
    n integer
);

-- [3/3] create function public.a_two()
CREATE FUNCTION public.a_two() RETURNS integer
    LANGUAGE sql
BEGIN ATOMIC SELECT one() + n FROM t; END;

COMMIT;

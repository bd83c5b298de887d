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

-- [1/6] create schema apart
CREATE SCHEMA apart;

-- [2/6] create enum public.feeling
CREATE TYPE public.feeling AS ENUM (
    'sad',
    'happy'
);

-- [3/6] create domain apart.positive
CREATE DOMAIN apart.positive AS integer;

-- [4/6] create function public.f()
SET LOCAL search_path = public;
CREATE FUNCTION public.f() RETURNS public.feeling
    LANGUAGE sql
RETURN 'sad'::feeling;

-- [5/6] create table public.t
CREATE TABLE public.t (
    m public.feeling
);

-- [6/6] create table public.u
CREATE TABLE public.u (
    p apart.positive
);

COMMIT;

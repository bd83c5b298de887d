-- 9 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/9] create sequence public.plain_number_seq
CREATE SEQUENCE public.plain_number_seq AS integer;

-- [2/9] create function public.f()
CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;

-- [3/9] create function public.g()
CREATE FUNCTION public.g() RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;

-- [4/9] alter privilege of PUBLIC on function public.g(): default privileges give it, and it is not declared
GRANT ALL ON ROUTINE public.g() TO PUBLIC;

-- [5/9] create table public.less
CREATE TABLE public.less (
    id integer
);

-- [6/9] drop privilege of app on table public.less: default privileges give it, and it is not declared
REVOKE ALL ON TABLE public.less FROM app;

-- [7/9] create table public.plain
CREATE TABLE public.plain (
    id integer GENERATED ALWAYS AS IDENTITY,
    number integer DEFAULT nextval('public.plain_number_seq'::regclass) NOT NULL
);

-- [8/9] create sequence public.plain_number_seq
ALTER SEQUENCE public.plain_number_seq OWNED BY public.plain.number;

-- [9/9] create privilege of reader on table public.less
REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE public.less FROM reader;

COMMIT;

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

-- [1/4] create schema s
CREATE SCHEMA s;

-- [2/4] create function public.everybodys()
CREATE FUNCTION public.everybodys() RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;

-- [3/4] create table public.readers_alone
CREATE TABLE public.readers_alone (
    a integer
);

-- [4/4] create table s.all_rights
CREATE TABLE s.all_rights (
    a integer
);

COMMIT;

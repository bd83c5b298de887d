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

-- [1/4] create table public.after_them
CREATE TABLE public.after_them (
    id integer
);

-- [2/4] create table public.before_them
CREATE TABLE public.before_them (
    id integer
);

-- [3/4] create privilege of reader on table public.after_them
GRANT SELECT ON TABLE public.after_them TO reader;

-- [4/4] create default privilege of reader on TABLES of postgres in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA public GRANT SELECT ON TABLES TO reader;

COMMIT;

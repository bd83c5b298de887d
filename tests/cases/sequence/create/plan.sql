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

-- [1/4] create sequence public.a
CREATE SEQUENCE public.a;

-- [2/4] create sequence public.b
CREATE SEQUENCE public.b AS smallint INCREMENT BY -2 MINVALUE -100 MAXVALUE 10 START WITH 4 CACHE 5 CYCLE;

-- [3/4] create table public.t
SET LOCAL search_path = public;
CREATE TABLE public.t (
    id bigint DEFAULT nextval('a')
);

-- [4/4] create comment on sequence public.a
COMMENT ON SEQUENCE public.a IS 'numbers';

COMMIT;

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

-- [1/6] create table public.t
CREATE TABLE public.t (
    a integer
);

-- [2/6] create materialized view public.m
SET LOCAL search_path = public;
CREATE MATERIALIZED VIEW public.m AS
SELECT a FROM t;

-- [3/6] create materialized view public.n
CREATE MATERIALIZED VIEW public.n AS
SELECT a FROM u
    WITH NO DATA;

-- [4/6] create owner of materialized view public.m
ALTER MATERIALIZED VIEW public.m OWNER TO app;

-- [5/6] create owner of materialized view public.n
ALTER MATERIALIZED VIEW public.n OWNER TO app;

-- [6/6] create materialized view public.n: its rows are those that its owner may see
REFRESH MATERIALIZED VIEW public.n;

COMMIT;

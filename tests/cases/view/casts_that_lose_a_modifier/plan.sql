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

-- [1/6] drop materialized view public.m: query: SELECT t.a, t.b FROM public.t -> SELECT a::numeric, b FROM t
-- ! breaks-clients: queries wait until it is there again
DROP MATERIALIZED VIEW public.m;

-- [2/6] drop view public.gains: query: SELECT t.a, t.b, t.c FROM public.t -> SELECT a::numeric, b::varchar, c::timestamptz FROM t
DROP VIEW public.gains;

-- [3/6] drop view public.loses: query: SELECT (t.a)::numeric AS a, (t.b)::character varying AS b, (t.c)::timestamp with time zone AS c FROM public.t -> SELECT a, …
DROP VIEW public.loses;

-- [4/6] create view public.gains: query: SELECT t.a, t.b, t.c FROM public.t -> SELECT a::numeric, b::varchar, c::timestamptz FROM t
SET LOCAL search_path = public;
CREATE VIEW public.gains AS
SELECT a::numeric, b::varchar, c::timestamptz FROM t;

-- [5/6] create view public.loses: query: SELECT (t.a)::numeric AS a, (t.b)::character varying AS b, (t.c)::timestamp with time zone AS c FROM public.t -> SELECT a…
CREATE VIEW public.loses AS
SELECT a, b, c FROM t;

-- [6/6] create materialized view public.m: query: SELECT t.a, t.b FROM public.t -> SELECT a::numeric, b FROM t
-- ! table-rewrite: runs the query of the materialized view again
CREATE MATERIALIZED VIEW public.m AS
SELECT a::numeric, b FROM t;

COMMIT;

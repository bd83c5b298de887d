-- 5 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/5] drop view public.of_point: query: SELECT (t.p)::text AS x FROM public.t -> SELECT p::text AS x FROM t
DROP VIEW public.of_point;

-- [2/5] drop cast (public.point_of AS text)
DROP CAST (public.point_of AS text);

-- [3/5] create cast (public.color AS text)
CREATE CAST (public.color AS text) WITH FUNCTION public.shown(public.color);

-- [4/5] alter view public.of_color: query: SELECT (t.c)::text AS x FROM public.t -> SELECT c::text AS x FROM t
SET LOCAL search_path = public;
CREATE OR REPLACE VIEW public.of_color AS
SELECT c::text AS x FROM t;

-- [5/5] create view public.of_point: query: SELECT (t.p)::text AS x FROM public.t -> SELECT p::text AS x FROM t
CREATE VIEW public.of_point AS
SELECT p::text AS x FROM t;

COMMIT;

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

-- [1/6] drop view public.v: query: SELECT mv.id, mv.n FROM public.mv -> SELECT * FROM mv
DROP VIEW public.v;

-- [2/6] drop materialized view public.mv: uses column public.t.id, which is altered
-- ! breaks-clients: queries wait until it is there again
DROP MATERIALIZED VIEW public.mv;

-- [3/6] alter column public.t.id: type: integer -> bigint
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;

-- [4/6] create materialized view public.mv: uses column public.t.id, which is altered
-- ! table-rewrite: runs the query of the materialized view again
SET LOCAL search_path = public;
CREATE MATERIALIZED VIEW public.mv AS
SELECT * FROM t;

-- [5/6] create index public.mi: uses materialized view public.mv, which is recreated
-- ! blocking-index-build: nobody can write to public.mv while it is built
CREATE UNIQUE INDEX mi ON public.mv (id);

-- [6/6] create view public.v: query: SELECT mv.id, mv.n FROM public.mv -> SELECT * FROM mv
CREATE VIEW public.v AS
SELECT * FROM mv;

COMMIT;

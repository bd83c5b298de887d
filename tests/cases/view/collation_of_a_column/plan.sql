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

-- [1/6] drop view public.above: uses view public.sorted, which is recreated
DROP VIEW public.above;

-- [2/6] drop view public.sorted: query: SELECT t.a, t.n FROM public.t -> SELECT a COLLATE "C" AS a, n FROM t
DROP VIEW public.sorted;

-- [3/6] alter view public.same: query: SELECT t.n FROM public.t -> SELECT n COLLATE "C" AS n FROM t
SET LOCAL search_path = public;
CREATE OR REPLACE VIEW public.same AS
SELECT n COLLATE "C" AS n FROM t;

-- [4/6] create view public.sorted: query: SELECT t.a, t.n FROM public.t -> SELECT a COLLATE "C" AS a, n FROM t
CREATE VIEW public.sorted AS
SELECT a COLLATE "C" AS a, n FROM t;

-- [5/6] create view public.above: uses view public.sorted, which is recreated
CREATE VIEW public.above AS
SELECT a < 'x' AS before_x FROM sorted;

-- [6/6] create privilege of reader on view public.sorted
GRANT SELECT ON TABLE public.sorted TO reader;

COMMIT;

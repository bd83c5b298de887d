-- 7 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/7] drop statistics public.xy: uses column public.points.x, which is altered
DROP STATISTICS public.xy;

-- [2/7] drop index public.sums: uses column public.points.x, which is altered
DROP INDEX public.sums;

-- [3/7] alter column public.points.x: type: integer -> bigint
-- ! table-rewrite: writes public.points and its indexes anew while nobody can use it
ALTER TABLE public.points ALTER COLUMN x TYPE bigint;

-- [4/7] create index public.sums: uses column public.points.x, which is altered
-- ! blocking-index-build: nobody can write to public.points while it is built
SET LOCAL search_path = public;
CREATE INDEX sums ON public.points ((x + y));

-- [5/7] create index public.sums: uses column public.points.x, which is altered
ALTER INDEX public.sums ALTER COLUMN 1 SET STATISTICS 60;

-- [6/7] create statistics public.xy: uses column public.points.x, which is altered
CREATE STATISTICS public.xy
    ON x, y
    FROM public.points;

-- [7/7] create statistics public.xy: uses column public.points.x, which is altered
ALTER STATISTICS public.xy SET STATISTICS 50;

COMMIT;

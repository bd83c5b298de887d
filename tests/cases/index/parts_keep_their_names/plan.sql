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

-- [1/5] drop index public.t_b: uses column public.t.b, which is altered
DROP INDEX public.t_b;

-- [2/5] alter column public.t.b: type: smallint -> bigint
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t ALTER COLUMN b TYPE bigint;

-- [3/5] create index public.mine: uses index public.t_b, which is recreated
-- ! blocking-index-build: nobody can write to public.p while it is built
CREATE INDEX mine ON public.p (b);

-- [4/5] create index public.t_b: uses column public.t.b, which is altered
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX t_b ON public.t (b);

-- [5/5] create index public.mine: uses index public.t_b, which is recreated
ALTER INDEX public.t_b ATTACH PARTITION public.mine;

COMMIT;

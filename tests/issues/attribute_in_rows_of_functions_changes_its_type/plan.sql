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

-- [1/6] drop policy public.t.p: uses column public.c.b, which is altered
DROP POLICY p ON public.t;

-- [2/6] drop view public.by_name: uses column public.c.b, which is altered
DROP VIEW public.by_name;

-- [3/6] alter composite type public.c: attributes: a integer, b integer -> a integer, b bigint
-- ! table-rewrite: writes public.of_type and its indexes anew while nobody can use it
ALTER TYPE public.c ALTER ATTRIBUTE b TYPE bigint CASCADE;

-- [4/6] create view public.by_name: uses column public.c.b, which is altered
SET LOCAL search_path = public;
CREATE VIEW public.by_name AS
SELECT a, b FROM of_c();

-- [5/6] create policy public.t.p: uses column public.c.b, which is altered
CREATE POLICY p ON public.t
    USING (EXISTS (SELECT FROM of_c() x WHERE x.b = t.a));

-- [6/6] create comment on view public.by_name
COMMENT ON VIEW public.by_name IS 'kept';

COMMIT;

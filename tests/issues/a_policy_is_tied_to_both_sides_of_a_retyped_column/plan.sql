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

-- [1/4] drop policy public.a.pl: using: (EXISTS ( SELECT FROM public.av)) -> id > 0
DROP POLICY pl ON public.a;

-- [2/4] drop view public.av
DROP VIEW public.av;

-- [3/4] alter column public.a.id: type: integer -> bigint
-- ! table-rewrite: writes public.a and its indexes anew while nobody can use it
ALTER TABLE public.a ALTER COLUMN id TYPE bigint;

-- [4/4] create policy public.a.pl: using: (EXISTS ( SELECT FROM public.av)) -> id > 0
SET LOCAL search_path = public;
CREATE POLICY pl ON public.a
    USING (id > 0);

COMMIT;

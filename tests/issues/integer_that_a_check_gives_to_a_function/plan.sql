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

-- [1/5] drop index public.ci: uses column public.c.i, which is altered
DROP INDEX public.ci;

-- [2/5] drop constraint public.c.cix: uses column public.c.i, which is altered
ALTER TABLE public.c DROP CONSTRAINT cix;

-- [3/5] alter column public.p.i: type: integer -> bigint
-- ! table-rewrite: writes public.p and its indexes anew while nobody can use it
SET LOCAL search_path = DEFAULT;
ALTER TABLE public.p ALTER COLUMN i TYPE bigint;

-- [4/5] create constraint public.c.cix: uses column public.c.i, which is altered
-- ! full-scan: reads all of public.c while nobody can use it
SET LOCAL search_path = public;
ALTER TABLE public.c ADD CONSTRAINT cix CHECK (f(i::int) > 0);

-- [5/5] create index public.ci: uses column public.c.i, which is altered
-- ! blocking-index-build: nobody can write to public.c while it is built
CREATE INDEX ci ON public.c (f(i::int));

COMMIT;

-- 3 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/3] drop index public.p_b: partition of: none -> public.t FOR VALUES IN (1)
DROP INDEX public.p_b;

-- [2/3] alter table public.p: partition of: none -> public.t FOR VALUES IN (1)
-- ! full-scan: reads all of public.p to see that its rows fit the bounds
-- ! blocking-index-build: indexes of public.t are built over public.p while nobody can write to it
SET LOCAL search_path = public;
ALTER TABLE public.t ATTACH PARTITION public.p FOR VALUES IN (1);

-- [3/3] create index public.p_b: partition of: none -> public.t FOR VALUES IN (1)
-- ! blocking-index-build: nobody can write to public.p while it is built
CREATE INDEX p_b ON public.p (b);

COMMIT;

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

-- [1/3] drop published table public.t in p: uses column public.t.a, which is altered
ALTER PUBLICATION p DROP TABLE ONLY public.t;

-- [2/3] alter column public.t.a: type: integer -> bigint
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

-- [3/3] create published table public.t in p: uses column public.t.a, which is altered
SET LOCAL search_path = public;
ALTER PUBLICATION p ADD TABLE ONLY public.t (a) WHERE (a > 10);

COMMIT;

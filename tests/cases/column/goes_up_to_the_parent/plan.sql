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

-- [1/5] alter column public.child.a: type: integer -> bigint
-- ! table-rewrite: writes public.child and its indexes anew while nobody can use it
ALTER TABLE public.child ALTER COLUMN a TYPE bigint;

-- [2/5] alter column public.other.a: type: integer -> bigint
-- ! table-rewrite: writes public.other and its indexes anew while nobody can use it
ALTER TABLE public.other ALTER COLUMN a TYPE bigint;

-- [3/5] create column public.p.a
ALTER TABLE public.p ADD COLUMN a bigint;

-- [4/5] alter default public.other.a: default: 3 -> 4
SET LOCAL search_path = public;
ALTER TABLE public.other ALTER COLUMN a SET DEFAULT 4;

-- [5/5] create constraint public.p.positive
-- ! full-scan: reads all of public.p while nobody can use it
ALTER TABLE public.p ADD CONSTRAINT positive CHECK (b > 0);

COMMIT;

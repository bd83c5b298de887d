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

-- [1/4] alter default public.q.i: default: 1 -> 2
SET LOCAL search_path = public;
ALTER TABLE public.q ALTER COLUMN i SET DEFAULT 2;

-- [2/4] alter default public.a.i: default: 2 -> f(1)
ALTER TABLE public.a ALTER COLUMN i SET DEFAULT f(1);

-- [3/4] alter default public.c.i: default: f(1) -> 1
ALTER TABLE public.c ALTER COLUMN i SET DEFAULT 1;

-- [4/4] create constraint public.p.ptx
-- ! full-scan: reads all of public.p while nobody can use it
ALTER TABLE public.p ADD CONSTRAINT ptx CHECK (length(t) > 0);

COMMIT;

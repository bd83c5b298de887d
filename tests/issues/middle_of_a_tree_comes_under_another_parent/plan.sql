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

-- [1/7] alter column public.a.k: not null: no -> yes
-- ! full-scan: reads all of public.a while nobody can use it; fails if there is a NULL
SET LOCAL search_path = DEFAULT;
ALTER TABLE public.a ALTER COLUMN k SET NOT NULL;

-- [2/7] create column public.a.t
SET LOCAL search_path = public;
ALTER TABLE public.a ADD COLUMN t text DEFAULT 'x';

-- [3/7] create default public.a.i
ALTER TABLE public.a ALTER COLUMN i SET DEFAULT f(1);

-- [4/7] alter default public.c.i: default: f(1) -> 1
ALTER TABLE public.c ALTER COLUMN i SET DEFAULT 1;

-- [5/7] create default public.c.t
ALTER TABLE public.c ALTER COLUMN t SET DEFAULT 'x';

-- [6/7] create constraint public.a.qix
-- ! full-scan: reads all of public.a while nobody can use it
ALTER TABLE public.a ADD CONSTRAINT qix CHECK (f(i::int) > 0);

-- [7/7] alter table public.a: inherits: none -> public.q
ALTER TABLE public.a INHERIT public.q;

COMMIT;

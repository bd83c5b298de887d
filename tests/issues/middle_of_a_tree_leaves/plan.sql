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

-- [1/6] alter table public.b: inherits: public.a -> none
-- ! breaks-clients: queries of public.a no longer see its rows
SET LOCAL search_path = DEFAULT;
ALTER TABLE public.b NO INHERIT public.a;

-- [2/6] drop default public.b.t
ALTER TABLE public.b ALTER COLUMN t DROP DEFAULT;

-- [3/6] alter column public.b.t: not null: yes -> no
ALTER TABLE public.b ALTER COLUMN t DROP NOT NULL;

-- [4/6] alter column public.c.t: not null: no -> yes
-- ! full-scan: reads all of public.c while nobody can use it; fails if there is a NULL
ALTER TABLE public.c ALTER COLUMN t SET NOT NULL;

-- [5/6] create default public.c.t
SET LOCAL search_path = public;
ALTER TABLE public.c ALTER COLUMN t SET DEFAULT 'x';

-- [6/6] create constraint public.c.cix
-- ! full-scan: reads all of public.c while nobody can use it
ALTER TABLE public.c ADD CONSTRAINT cix CHECK (f(i::int) > 0);

SET LOCAL search_path = DEFAULT;
COMMIT;

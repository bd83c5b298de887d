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

-- [1/4] alter table public.d: inherits: public.t -> none
-- ! breaks-clients: queries of public.t no longer see its rows
ALTER TABLE public.d NO INHERIT public.t;

-- [2/4] create column public.c.b
ALTER TABLE public.c ADD COLUMN b text;

-- [3/4] create constraint public.c.b_is_short
-- ! full-scan: reads all of public.c while nobody can use it
SET LOCAL search_path = public;
ALTER TABLE public.c ADD CONSTRAINT b_is_short CHECK (length(b) < 10);

-- [4/4] alter table public.c: inherits: none -> public.t
ALTER TABLE public.c INHERIT public.t;

COMMIT;

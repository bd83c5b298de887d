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

-- [1/3] drop index public.i: elements: a -> b
DROP INDEX public.i;

-- [2/3] alter table public.t: replica identity: index i -> default
ALTER TABLE public.t REPLICA IDENTITY DEFAULT;

-- [3/3] create index public.i: elements: a -> b
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE UNIQUE INDEX i ON public.t (b);

COMMIT;

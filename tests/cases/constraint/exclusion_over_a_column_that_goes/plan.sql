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

-- [1/5] drop constraint public.t.x: predicate: c -> none
ALTER TABLE public.t DROP CONSTRAINT x;

-- [2/5] drop constraint public.t.y
ALTER TABLE public.t DROP CONSTRAINT y;

-- [3/5] create constraint public.t.x: predicate: c -> none
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT x EXCLUDE USING btree (a WITH =);

-- [4/5] drop column public.t.c
-- ! data-loss: drops the column and its values
ALTER TABLE public.t DROP COLUMN c;

-- [5/5] drop column public.t.d
-- ! data-loss: drops the column and its values
ALTER TABLE public.t DROP COLUMN d;

COMMIT;

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

-- [1/7] drop index public.p_a_idx
DROP INDEX public.p_a_idx;

-- [2/7] create index public.p1_a
-- ! blocking-index-build: nobody can write to public.p1 while it is built
CREATE INDEX p1_a ON public.p1 (a);

-- [3/7] create index public.p_a
-- ! blocking-index-build: nobody can write to public.p while it is built
CREATE INDEX p_a ON public.p (a);

-- [4/7] drop table public.other
-- ! data-loss: drops the table and its rows
DROP TABLE public.other;

-- [5/7] drop constraint public.p.p_pkey
ALTER TABLE public.p DROP CONSTRAINT p_pkey;

-- [6/7] create constraint public.p1.p1_key
-- ! blocking-index-build: nobody can use public.p1 while its index is built
ALTER TABLE public.p1 ADD CONSTRAINT p1_key PRIMARY KEY (id);

-- [7/7] create constraint public.p.p_key
-- ! blocking-index-build: nobody can use public.p while its index is built
ALTER TABLE public.p ADD CONSTRAINT p_key PRIMARY KEY (id);

COMMIT;

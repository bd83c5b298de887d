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

-- [1/7] drop column public.r.b
-- ! data-loss: drops the column and its values
ALTER TABLE public.r DROP COLUMN b;

-- [2/7] drop constraint public.k.k_b
ALTER TABLE public.k DROP CONSTRAINT k_b;

-- [3/7] drop constraint public.k.k_pkey: columns: a, b -> a
ALTER TABLE public.k DROP CONSTRAINT k_pkey;

-- [4/7] alter column public.k.b: not null: yes -> no
ALTER TABLE public.k ALTER COLUMN b DROP NOT NULL;

-- [5/7] create constraint public.k.k_pkey: columns: a, b -> a
-- ! blocking-index-build: nobody can use public.k while its index is built
ALTER TABLE public.k ADD CONSTRAINT k_pkey PRIMARY KEY (a);

-- [6/7] create constraint public.r.r_a_fkey
-- ! full-scan: reads all of public.r while nobody can write to it
ALTER TABLE public.r ADD CONSTRAINT r_a_fkey FOREIGN KEY (a) REFERENCES public.k (a);

-- [7/7] create index public.k_b
-- ! blocking-index-build: nobody can write to public.k while it is built
CREATE UNIQUE INDEX k_b ON public.k (b);

COMMIT;

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

-- [1/5] alter column public.b.id: not null: no -> yes
-- ! full-scan: reads all of public.b while nobody can use it; fails if there is a NULL
ALTER TABLE public.b ALTER COLUMN id SET NOT NULL;

-- [2/5] create constraint public.b.b_pkey
-- ! blocking-index-build: nobody can use public.b while its index is built
ALTER TABLE public.b ADD CONSTRAINT b_pkey PRIMARY KEY (id);

-- [3/5] drop column public.a.y
-- ! data-loss: drops the column and its values
ALTER TABLE public.a DROP COLUMN y;

-- [4/5] drop constraint public.b.b_id_key
ALTER TABLE public.b DROP CONSTRAINT b_id_key;

-- [5/5] create constraint public.a.a_b_id_fkey
-- ! full-scan: reads all of public.a while nobody can write to it
ALTER TABLE public.a ADD CONSTRAINT a_b_id_fkey FOREIGN KEY (b_id) REFERENCES public.b (id);

COMMIT;

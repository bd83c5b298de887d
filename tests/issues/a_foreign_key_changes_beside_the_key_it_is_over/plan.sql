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

-- [1/5] drop constraint public.b.b_a_id_fkey: deferrable: no -> yes
ALTER TABLE public.b DROP CONSTRAINT b_a_id_fkey;

-- [2/5] drop constraint public.a.a_id_key
ALTER TABLE public.a DROP CONSTRAINT a_id_key;

-- [3/5] alter column public.a.id: not null: no -> yes
-- ! full-scan: reads all of public.a while nobody can use it; fails if there is a NULL
ALTER TABLE public.a ALTER COLUMN id SET NOT NULL;

-- [4/5] create constraint public.a.a_pkey
-- ! blocking-index-build: nobody can use public.a while its index is built
ALTER TABLE public.a ADD CONSTRAINT a_pkey PRIMARY KEY (id);

-- [5/5] create constraint public.b.b_a_id_fkey: deferrable: no -> yes
-- ! full-scan: reads all of public.b while nobody can write to it
ALTER TABLE public.b
    ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a (id) DEFERRABLE;

COMMIT;

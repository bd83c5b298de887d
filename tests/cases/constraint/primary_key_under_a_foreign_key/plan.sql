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

-- [1/5] drop constraint public.u.u_a_fkey: uses constraint public.t.t_pkey, which is recreated
ALTER TABLE public.u DROP CONSTRAINT u_a_fkey;

-- [2/5] drop constraint public.t.t_pkey: columns: a -> b
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- [3/5] create constraint public.t.t_a_key
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT t_a_key UNIQUE (a);

-- [4/5] create constraint public.t.t_pkey: columns: a -> b
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (b);

-- [5/5] create constraint public.u.u_a_fkey: uses constraint public.t.t_pkey, which is recreated
-- ! full-scan: reads all of public.u while nobody can write to it
ALTER TABLE public.u ADD CONSTRAINT u_a_fkey FOREIGN KEY (a) REFERENCES public.t (a);

COMMIT;

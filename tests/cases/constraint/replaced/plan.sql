-- 8 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/8] drop constraint public.t.a_check: check: (a > 0) -> a > 10
ALTER TABLE public.t DROP CONSTRAINT a_check;

-- [2/8] drop constraint public.t.b_key: deferrable: no -> yes
ALTER TABLE public.t DROP CONSTRAINT b_key;

-- [3/8] drop constraint public.t.c_fkey: foreign key: REFERENCES public.u (id) -> REFERENCES public.u (id) ON DELETE CASCADE
ALTER TABLE public.t DROP CONSTRAINT c_fkey;

-- [4/8] drop constraint public.t.d_excl: exclusions: d WITH && -> d WITH =
ALTER TABLE public.t DROP CONSTRAINT d_excl;

-- [5/8] create constraint public.t.a_check: check: (a > 0) -> a > 10
-- ! full-scan: reads all of public.t while nobody can use it
SET LOCAL search_path = public;
ALTER TABLE public.t ADD CONSTRAINT a_check CHECK (a > 10);

-- [6/8] create constraint public.t.b_key: deferrable: no -> yes
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT b_key UNIQUE (b) DEFERRABLE;

-- [7/8] create constraint public.t.c_fkey: foreign key: REFERENCES public.u (id) -> REFERENCES public.u (id) ON DELETE CASCADE
-- ! full-scan: reads all of public.t while nobody can write to it
ALTER TABLE public.t
    ADD CONSTRAINT c_fkey FOREIGN KEY (c) REFERENCES public.u (id) ON DELETE CASCADE;

-- [8/8] create constraint public.t.d_excl: exclusions: d WITH && -> d WITH =
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT d_excl EXCLUDE USING gist (d WITH =);

COMMIT;

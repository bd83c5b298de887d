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

-- [1/8] alter column public.t.a: not null: no -> yes
-- ! full-scan: reads all of public.t while nobody can use it; fails if there is a NULL
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

-- [2/8] create constraint public.t.b_key
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT b_key UNIQUE (b) INCLUDE (c) DEFERRABLE INITIALLY DEFERRED;

-- [3/8] create constraint public.t.later
SET LOCAL search_path = public;
ALTER TABLE public.t ADD CONSTRAINT later CHECK (a < 1000) NOT VALID;

-- [4/8] create constraint public.t.no_overlap
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT no_overlap EXCLUDE USING gist (c WITH &&) WHERE (b > 5);

-- [5/8] create constraint public.t.positive
-- ! full-scan: reads all of public.t while nobody can use it
ALTER TABLE public.t ADD CONSTRAINT positive CHECK (b > 0) NO INHERIT;

-- [6/8] create constraint public.t.t_pkey
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a);

-- [7/8] create constraint public.t.to_u
-- ! full-scan: reads all of public.t while nobody can write to it
ALTER TABLE public.t
    ADD CONSTRAINT to_u FOREIGN KEY (u) REFERENCES public.u (id) MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL;

-- [8/8] create comment on constraint public.t.positive
COMMENT ON CONSTRAINT positive ON public.t IS 'of course';

COMMIT;

-- 2 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/2] drop constraint public.t.t_a_b_fkey: foreign key: REFERENCES public.u (a, b) ON DELETE SET NULL -> REFERENCES public.u (a, b) ON DELETE SET NULL (b)
ALTER TABLE public.t DROP CONSTRAINT t_a_b_fkey;

-- [2/2] create constraint public.t.t_a_b_fkey: foreign key: REFERENCES public.u (a, b) ON DELETE SET NULL -> REFERENCES public.u (a, b) ON DELETE SET NULL (b)
-- ! full-scan: reads all of public.t while nobody can write to it
ALTER TABLE public.t
    ADD CONSTRAINT t_a_b_fkey FOREIGN KEY (a, b) REFERENCES public.u (a, b) ON DELETE SET NULL (b);

COMMIT;

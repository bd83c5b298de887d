-- 4 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/4] drop constraint public.u.u_a_fkey: points to rows of table public.t, which change their partition
ALTER TABLE public.u DROP CONSTRAINT u_a_fkey;

-- [2/4] alter table public.t1: partition of: public.t FOR VALUES FROM (1) TO (10) -> public.t FOR VALUES FROM (1) TO (20)
ALTER TABLE public.t DETACH PARTITION public.t1;

-- [3/4] alter table public.t1: partition of: public.t FOR VALUES FROM (1) TO (10) -> public.t FOR VALUES FROM (1) TO (20)
-- ! full-scan: reads all of public.t1 to see that its rows fit the bounds
SET LOCAL search_path = public;
ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES FROM (1) TO (20);

-- [4/4] create constraint public.u.u_a_fkey: points to rows of table public.t, which change their partition
-- ! full-scan: reads all of public.u while nobody can write to it
ALTER TABLE public.u ADD CONSTRAINT u_a_fkey FOREIGN KEY (a) REFERENCES public.t (a);

COMMIT;

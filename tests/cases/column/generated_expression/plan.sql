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

-- [1/5] drop view public.v: uses column public.t.b, which is recreated
DROP VIEW public.v;

-- [2/5] drop column public.t.b: generated: ((a + 1)) stored -> (a + 2) stored
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.t DROP COLUMN b;

-- [3/5] create column public.t.b: generated: ((a + 1)) stored -> (a + 2) stored
-- ! table-rewrite: writes public.t anew: each row gets a value of its own
SET LOCAL search_path = public;
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS (a + 2) STORED;

-- [4/5] create index public.t_b: uses column public.t.b, which is recreated
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX t_b ON public.t (b);

-- [5/5] create view public.v: uses column public.t.b, which is recreated
CREATE VIEW public.v AS
SELECT b FROM t;

COMMIT;

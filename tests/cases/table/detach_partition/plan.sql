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

-- [1/7] alter table public.p: partition of: public.t FOR VALUES IN (1) -> none
-- ! breaks-clients: queries of public.t no longer see its rows
ALTER TABLE public.t DETACH PARTITION public.p;

-- [2/7] drop index public.t_b
DROP INDEX public.t_b;

-- [3/7] drop constraint public.t.b_is_short
ALTER TABLE public.t DROP CONSTRAINT b_is_short;

-- [4/7] drop constraint public.t.t_pkey
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- [5/7] drop default public.t.b
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;

-- [6/7] alter column public.t.b: type: text -> character varying(20)
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
-- ! data-loss: not every text of public.t.b is known to keep its value as character varying(20)
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(20);

-- [7/7] drop column public.t.gone
-- ! data-loss: drops the column and its values
ALTER TABLE public.t DROP COLUMN gone;

COMMIT;

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

-- [1/7] drop index public.t_key
DROP INDEX public.t_key;

-- [2/7] alter column public.t.b: type: text -> character varying(50); not null: no -> yes
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
-- ! data-loss: not every text of public.t.b is known to keep its value as character varying(50)
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(50);

-- [3/7] alter column public.t.b: type: text -> character varying(50); not null: no -> yes
-- ! full-scan: reads all of public.t while nobody can use it; fails if there is a NULL
ALTER TABLE public.t ALTER COLUMN b SET NOT NULL;

-- [4/7] create column public.t.added
SET LOCAL search_path = public;
ALTER TABLE public.t ADD COLUMN added integer DEFAULT 3;

-- [5/7] create constraint public.t.t_b_check
-- ! full-scan: reads all of public.t while nobody can use it
ALTER TABLE public.t ADD CONSTRAINT t_b_check CHECK (b <> '');

-- [6/7] create constraint public.t.t_pkey
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a);

-- [7/7] drop column public.t.gone
-- ! data-loss: drops the column and its values
ALTER TABLE public.t DROP COLUMN gone;

COMMIT;

-- 12 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/12] drop index public.i
DROP INDEX public.i;

-- [2/12] drop index public.ii
DROP INDEX public.ii;

-- [3/12] drop index public.tj
DROP INDEX public.tj;

-- [4/12] alter table public.identified: replica identity: index ii -> default
ALTER TABLE public.identified REPLICA IDENTITY DEFAULT;

-- [5/12] alter column public.identified.a: not null: yes -> no
ALTER TABLE public.identified ALTER COLUMN a DROP NOT NULL;

-- [6/12] alter column public.retyped.id: type: integer -> bigint
-- ! table-rewrite: writes public.retyped and its indexes anew while nobody can use it
ALTER TABLE public.retyped ALTER COLUMN id TYPE bigint;

-- [7/12] create constraint public.clustered.clustered_pkey
ALTER TABLE public.clustered ADD CONSTRAINT clustered_pkey PRIMARY KEY USING INDEX k;

-- [8/12] alter constraint public.clustered.clustered_pkey
ALTER TABLE public.clustered SET WITHOUT CLUSTER;

-- [9/12] create constraint public.crossed.tj
ALTER TABLE public.crossed ADD CONSTRAINT tj UNIQUE USING INDEX ti;

-- [10/12] create constraint public.crossed.ti
-- ! blocking-index-build: nobody can use public.crossed while its index is built
ALTER TABLE public.crossed ADD CONSTRAINT ti UNIQUE (a);

-- [11/12] create constraint public.identified.tk
-- ! blocking-index-build: nobody can use public.identified while its index is built
ALTER TABLE public.identified ADD CONSTRAINT tk UNIQUE (a);

-- [12/12] create constraint public.retyped.retyped_pkey
-- ! blocking-index-build: nobody can use public.retyped while its index is built
ALTER TABLE public.retyped ADD CONSTRAINT retyped_pkey PRIMARY KEY (id);

COMMIT;

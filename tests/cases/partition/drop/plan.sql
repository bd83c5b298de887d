-- 3 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/3] drop constraint public.t.t_pkey: uses table public.t2, which is dropped
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- [2/3] create constraint public.t.t_pkey: uses table public.t2, which is dropped
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a);

-- [3/3] drop table public.t2
-- ! data-loss: drops the partition and its rows
DROP TABLE public.t2;

COMMIT;

-- 11 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/11] drop index public.log_n: uses column public.log.n, which is altered
DROP INDEX public.log_n;

-- [2/11] drop constraint public.log.log_id_n_key: uses column public.log.n, which is altered
ALTER TABLE public.log DROP CONSTRAINT log_id_n_key;

-- [3/11] alter column public.log.n: type: integer -> bigint
-- ! table-rewrite: writes public.log and its indexes anew while nobody can use it
ALTER TABLE public.log ALTER COLUMN n TYPE bigint;

-- [4/11] create constraint public.log_2.log_2_id_n_key
-- ! blocking-index-build: nobody can use public.log_2 while its index is built
ALTER TABLE public.log_2 ADD CONSTRAINT log_2_id_n_key UNIQUE (id, n) WITH (fillfactor=60);

-- [5/11] create constraint public.log.log_id_n_key: uses column public.log.n, which is altered
-- ! blocking-index-build: nobody can use public.log while its index is built
ALTER TABLE public.log ADD CONSTRAINT log_id_n_key UNIQUE (id, n);

-- [6/11] create constraint public.log_2.log_2_id_n_key
ALTER INDEX public.log_id_n_key ATTACH PARTITION public.log_2_id_n_key;

-- [7/11] alter constraint public.log_2.log_2_id_n_key: replica identity of the recreated constraint public.log_2.log_2_id_n_key
ALTER TABLE ONLY public.log_2 REPLICA IDENTITY USING INDEX log_2_id_n_key;

-- [8/11] create index public.log_1_n_idx: uses index public.log_n, which is recreated
-- ! blocking-index-build: nobody can write to public.log_1 while it is built
CREATE INDEX log_1_n_idx ON public.log_1 (n);

-- [9/11] create index public.log_n: uses column public.log.n, which is altered
-- ! blocking-index-build: nobody can write to public.log while it is built
CREATE INDEX log_n ON public.log (n);

-- [10/11] create index public.log_1_n_idx: uses index public.log_n, which is recreated
ALTER INDEX public.log_n ATTACH PARTITION public.log_1_n_idx;

-- [11/11] create comment on index public.log_1_n_idx
COMMENT ON INDEX public.log_1_n_idx IS 'the first';

COMMIT;

-- 9 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/9] drop comment on index public.log_1_at_idx
COMMENT ON INDEX public.log_1_at_idx IS NULL;

-- [2/9] drop comment on index public.log_2_pkey
COMMENT ON INDEX public.log_2_pkey IS NULL;

-- [3/9] drop comment on index public.log_3a_at_idx
COMMENT ON INDEX public.log_3a_at_idx IS NULL;

-- [4/9] alter table public.log_1: replica identity: index log_1_pkey -> default
ALTER TABLE public.log_1 REPLICA IDENTITY DEFAULT;

-- [5/9] alter constraint public.log_2.log_2_pkey: options: fillfactor=60 -> none
ALTER INDEX public.log_2_pkey RESET (fillfactor);

-- [6/9] alter constraint public.log_3a.log_3a_pkey: clustered: yes -> no
ALTER TABLE public.log_3a SET WITHOUT CLUSTER;

-- [7/9] alter index public.log_1_at_idx: options: fillfactor=70 -> fillfactor=80; clustered: yes -> no
ALTER INDEX public.log_1_at_idx SET (fillfactor=80);

-- [8/9] alter index public.log_1_at_idx: options: fillfactor=70 -> fillfactor=80; clustered: yes -> no
ALTER TABLE public.log_1 SET WITHOUT CLUSTER;

-- [9/9] alter index public.log_1_lower_idx: statistics: 1=300 -> none
ALTER INDEX public.log_1_lower_idx ALTER COLUMN 1 SET STATISTICS -1;

COMMIT;

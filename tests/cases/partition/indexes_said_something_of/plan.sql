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

-- [1/12] rename index public.log_2_at: renamed from public.log_2_at_idx
ALTER INDEX public.log_2_at_idx RENAME TO log_2_at;

-- [2/12] rename index public.log_3_at: renamed from public.log_3_at_idx
ALTER INDEX public.log_3_at_idx RENAME TO log_3_at;

-- [3/12] rename constraint public.log_2.log_2_key: renamed from log_2_pkey
ALTER INDEX public.log_2_pkey RENAME TO log_2_key;

-- [4/12] alter table public.log_1: replica identity: default -> index log_1_pkey
ALTER TABLE public.log_1 REPLICA IDENTITY USING INDEX log_1_pkey;

-- [5/12] alter constraint public.log_2.log_2_key: options: none -> fillfactor=60
ALTER INDEX public.log_2_key SET (fillfactor=60);

-- [6/12] alter constraint public.log_3a.log_3a_pkey: clustered: no -> yes
ALTER TABLE public.log_3a CLUSTER ON log_3a_pkey;

-- [7/12] alter index public.log_1_at_idx: options: fillfactor=80 -> fillfactor=70; clustered: no -> yes
ALTER INDEX public.log_1_at_idx SET (fillfactor=70);

-- [8/12] alter index public.log_1_at_idx: options: fillfactor=80 -> fillfactor=70; clustered: no -> yes
ALTER TABLE public.log_1 CLUSTER ON log_1_at_idx;

-- [9/12] alter index public.log_1_lower_idx: statistics: none -> 1=300
ALTER INDEX public.log_1_lower_idx ALTER COLUMN 1 SET STATISTICS 300;

-- [10/12] create comment on index public.log_1_at_idx
COMMENT ON INDEX public.log_1_at_idx IS 'the first';

-- [11/12] create comment on index public.log_2_key
COMMENT ON INDEX public.log_2_key IS 'a key';

-- [12/12] create comment on index public.log_3a_at_idx
COMMENT ON INDEX public.log_3a_at_idx IS 'deep';

COMMIT;

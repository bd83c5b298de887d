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

-- [1/4] alter index public.options: options: fillfactor=70 -> deduplicate_items=off; clustered: no -> yes
ALTER INDEX public.options SET (deduplicate_items=off);

-- [2/4] alter index public.options: options: fillfactor=70 -> deduplicate_items=off; clustered: no -> yes
ALTER INDEX public.options RESET (fillfactor);

-- [3/4] alter index public.options: options: fillfactor=70 -> deduplicate_items=off; clustered: no -> yes
ALTER TABLE public.t CLUSTER ON options;

-- [4/4] alter index public.target: statistics: none -> 1=200
ALTER INDEX public.target ALTER COLUMN 1 SET STATISTICS 200;

COMMIT;

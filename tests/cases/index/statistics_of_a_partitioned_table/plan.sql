-- 2 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/2] alter index public.log_1_lower_idx: statistics: none -> 1=300
ALTER INDEX public.log_1_lower_idx ALTER COLUMN 1 SET STATISTICS 300;

-- [2/2] alter index public.log_who: statistics: none -> 1=300
ALTER TABLE ONLY public.log_who ALTER COLUMN 1 SET STATISTICS 300;

COMMIT;

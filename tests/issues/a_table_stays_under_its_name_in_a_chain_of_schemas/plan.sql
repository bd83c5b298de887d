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

-- [1/3] rename schema s3: renamed from s2
-- ! breaks-clients: whoever says s2 fails from here on
ALTER SCHEMA s2 RENAME TO s3;

-- [2/3] rename schema s2: renamed from s1
-- ! breaks-clients: whoever says s1 fails from here on
ALTER SCHEMA s1 RENAME TO s2;

-- [3/3] rename table s2.t: renamed from s2.t
ALTER TABLE s3.t SET SCHEMA s2;

COMMIT;

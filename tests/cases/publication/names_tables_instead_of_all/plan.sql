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

-- [1/2] drop publication changes: all tables: yes -> no
-- ! breaks-clients: subscribers get no more changes of the tables that it does not name
DROP PUBLICATION changes;

-- [2/2] create publication changes: all tables: yes -> no
CREATE PUBLICATION changes
    FOR TABLE ONLY public.t;

COMMIT;

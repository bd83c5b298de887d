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

-- [1/2] alter publication p: publish_generated_columns: no -> yes
-- ! widens-access: subscribers get generated columns that they did not get
ALTER PUBLICATION p SET (publish_generated_columns = stored);

-- [2/2] alter publication q: publish_generated_columns: yes -> no
ALTER PUBLICATION q SET (publish_generated_columns = none);

COMMIT;

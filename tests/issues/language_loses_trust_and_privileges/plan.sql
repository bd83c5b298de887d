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

-- [1/9] alter privilege of PUBLIC on language open: privileges: none -> USAGE
-- ! widens-access: everybody gets USAGE on open
GRANT ALL ON LANGUAGE open TO PUBLIC;

-- [2/9] drop privilege of reader on language open
REVOKE ALL ON LANGUAGE open FROM reader;

-- [3/9] alter language closed: trusted: no -> yes
-- ! widens-access: everybody with USAGE may create functions in it, as only superusers did
CREATE OR REPLACE TRUSTED LANGUAGE closed HANDLER pg_catalog.plpgsql_call_handler;

-- [4/9] alter language open: trusted: yes -> no
CREATE OR REPLACE LANGUAGE open HANDLER pg_catalog.plpgsql_call_handler;

-- [5/9] alter language other: trusted: yes -> no; validator: none -> pg_catalog.plpgsql_validator
CREATE OR REPLACE TRUSTED LANGUAGE other HANDLER pg_catalog.plpgsql_call_handler VALIDATOR pg_catalog.plpgsql_validator;

-- [6/9] drop privilege of app on language other
REVOKE ALL ON LANGUAGE other FROM app;

-- [7/9] alter language other: trusted: yes -> no; validator: none -> pg_catalog.plpgsql_validator
CREATE OR REPLACE LANGUAGE other HANDLER pg_catalog.plpgsql_call_handler VALIDATOR pg_catalog.plpgsql_validator;

-- [8/9] alter privilege of PUBLIC on language closed: privileges: USAGE -> none
-- ! breaks-clients: everybody loses USAGE on closed
REVOKE ALL ON LANGUAGE closed FROM PUBLIC;

-- [9/9] create privilege of reader on language closed
GRANT ALL ON LANGUAGE closed TO reader;

COMMIT;

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

-- [1/3] drop privilege of app on schema public
-- ! breaks-clients: app loses CREATE on public
REVOKE CREATE ON SCHEMA public FROM app;

-- [2/3] alter privilege of PUBLIC on schema public: privileges: none -> USAGE
-- ! widens-access: everybody gets USAGE on public
GRANT USAGE ON SCHEMA public TO PUBLIC;

-- [3/3] create privilege of reader on schema public
GRANT USAGE ON SCHEMA public TO reader;

COMMIT;

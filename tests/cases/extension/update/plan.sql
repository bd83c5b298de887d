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

-- [1/2] alter extension citext: schema: public -> ext; version: 1.4 -> 1.6
ALTER EXTENSION citext UPDATE TO '1.6';

-- [2/2] alter extension citext: schema: public -> ext; version: 1.4 -> 1.6
-- ! breaks-clients: queries that find the extension's objects by the search path may fail
ALTER EXTENSION citext SET SCHEMA ext;

COMMIT;

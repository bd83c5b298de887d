-- 8 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/8] create default privilege of PUBLIC on FUNCTIONS of keeper
ALTER DEFAULT PRIVILEGES FOR ROLE keeper REVOKE ALL ON FUNCTIONS FROM PUBLIC;

-- [2/8] create default privilege of app on SCHEMAS of keeper
ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT USAGE ON SCHEMAS TO app;

-- [3/8] create default privilege of the owner on TABLES of keeper
ALTER DEFAULT PRIVILEGES FOR ROLE keeper REVOKE TRUNCATE ON TABLES FROM keeper;

-- [4/8] create default privilege of reader on TYPES of keeper
ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT ALL ON TYPES TO reader;

-- [5/8] create default privilege of app on SEQUENCES of keeper in schema shop
ALTER DEFAULT PRIVILEGES FOR ROLE keeper IN SCHEMA shop GRANT USAGE ON SEQUENCES TO app;

-- [6/8] create default privilege of reader on SEQUENCES of keeper in schema shop
ALTER DEFAULT PRIVILEGES FOR ROLE keeper IN SCHEMA shop GRANT USAGE ON SEQUENCES TO reader;

-- [7/8] create default privilege of app on TABLES of postgres in schema shop
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA shop GRANT ALL ON TABLES TO app WITH GRANT OPTION;

-- [8/8] create default privilege of reader on TABLES of postgres in schema shop
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA shop GRANT SELECT ON TABLES TO reader;

COMMIT;

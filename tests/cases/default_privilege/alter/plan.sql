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

-- [1/4] create default privilege of app on FUNCTIONS of keeper
ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT ALL ON FUNCTIONS TO app;

-- [2/4] alter default privilege of app on TABLES of postgres in schema public: with grant option: SELECT, INSERT -> SELECT
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA public REVOKE GRANT OPTION FOR INSERT ON TABLES FROM app;

-- [3/4] alter default privilege of reader on TABLES of postgres in schema public: privileges: SELECT, DELETE -> SELECT, INSERT
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA public REVOKE DELETE ON TABLES FROM reader;

-- [4/4] alter default privilege of reader on TABLES of postgres in schema public: privileges: SELECT, DELETE -> SELECT, INSERT
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA public GRANT INSERT ON TABLES TO reader;

COMMIT;

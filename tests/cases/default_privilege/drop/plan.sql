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

-- [1/4] drop privilege of reader on table public.kept
-- ! breaks-clients: reader loses SELECT on public.kept
REVOKE SELECT ON TABLE public.kept FROM reader;

-- [2/4] drop schema shop
-- ! data-loss: drops the schema
DROP SCHEMA shop;

-- [3/4] drop default privilege of PUBLIC on FUNCTIONS of keeper
-- ! widens-access: everybody gets EXECUTE on new FUNCTIONS
ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT ALL ON FUNCTIONS TO PUBLIC;

-- [4/4] drop default privilege of reader on TABLES of postgres in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA public REVOKE SELECT ON TABLES FROM reader;

COMMIT;

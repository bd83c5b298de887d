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

-- [1/4] drop collation public.ruled: rules: none -> &V << w <<< W
DROP COLLATION public.ruled;

-- [2/4] drop collation public.ruled_otherwise: rules: &a < b -> &a < c
DROP COLLATION public.ruled_otherwise;

-- [3/4] create collation public.ruled: rules: none -> &V << w <<< W
CREATE COLLATION public.ruled (PROVIDER = icu, LOCALE = 'und', RULES = '&V << w <<< W');

-- [4/4] create collation public.ruled_otherwise: rules: &a < b -> &a < c
CREATE COLLATION public.ruled_otherwise (PROVIDER = icu, LOCALE = 'und', RULES = '&a < c');

COMMIT;

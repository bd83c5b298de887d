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

-- [1/2] create subscription made
-- holds what is not printed: schemadiff apply runs it
-- CREATE SUBSCRIPTION made
--     CONNECTION '(hidden)'
--     PUBLICATION p
--     WITH (connect = false, disable_on_error = true, two_phase = true);

-- [2/2] alter subscription s: disable_on_error: no -> yes
ALTER SUBSCRIPTION s SET (disable_on_error = true);

COMMIT;

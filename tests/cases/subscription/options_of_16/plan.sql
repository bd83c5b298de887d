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
--     WITH (connect = false, streaming = parallel, run_as_owner = true, origin = none);

-- [2/2] alter subscription s: password_required: yes -> no; run_as_owner: no -> yes; origin: any -> none
ALTER SUBSCRIPTION s SET (password_required = false, run_as_owner = true, origin = none);

COMMIT;

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

-- [1/3] create subscription made
-- holds what is not printed: schemadiff apply runs it
-- CREATE SUBSCRIPTION made
--     CONNECTION '(hidden)'
--     PUBLICATION p
--     WITH (connect = false, binary = true, streaming = on);

-- [2/3] alter subscription other: binary: yes -> no; streaming: on -> off
ALTER SUBSCRIPTION other SET (binary = false, streaming = off);

-- [3/3] alter subscription s: binary: no -> yes; streaming: off -> on
ALTER SUBSCRIPTION s SET (binary = true, streaming = on);

COMMIT;

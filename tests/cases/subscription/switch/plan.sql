-- 5 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/5] alter subscription goes_off: enabled: yes -> no; slot_name: goes_off -> none
-- ! breaks-clients: its tables get no more changes
ALTER SUBSCRIPTION goes_off DISABLE;

-- [2/5] alter subscription goes_off: enabled: yes -> no; slot_name: goes_off -> none
-- ! breaks-clients: the replication slot goes_off stays on the publisher, and keeps its log there
ALTER SUBSCRIPTION goes_off SET (slot_name = NONE);

-- [3/5] alter subscription goes_on: enabled: no -> yes
ALTER SUBSCRIPTION goes_on ENABLE;

-- [4/5] create subscription made_on
-- holds what is not printed: schemadiff apply runs it
-- CREATE SUBSCRIPTION made_on
--     CONNECTION '(hidden)'
--     PUBLICATION p
--     WITH (connect = false);

-- [5/5] create subscription made_on
ALTER SUBSCRIPTION made_on ENABLE;

COMMIT;

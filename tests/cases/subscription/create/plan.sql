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

-- [1/4] create subscription orders
-- holds what is not printed: schemadiff apply runs it
-- CREATE SUBSCRIPTION orders
--     CONNECTION '(hidden)'
--     PUBLICATION customers, orders
--     WITH (connect = false, slot_name = 'orders_slot', synchronous_commit = 'remote_apply');

-- [2/4] create subscription plain
-- holds what is not printed: schemadiff apply runs it
-- CREATE SUBSCRIPTION plain
--     CONNECTION '(hidden)'
--     PUBLICATION plain
--     WITH (connect = false);

-- [3/4] create subscription slotless
-- holds what is not printed: schemadiff apply runs it
-- CREATE SUBSCRIPTION slotless
--     CONNECTION '(hidden)'
--     PUBLICATION "Mixed Case"
--     WITH (connect = false, slot_name = NONE);

-- [4/4] create comment on subscription slotless
COMMENT ON SUBSCRIPTION slotless IS 'not yet connected';

COMMIT;

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

-- [1/5] alter subscription orders: connection: (hidden) -> (hidden); publications: customers, orders -> items, orders; synchronous_commit: off -> local
-- holds what is not printed: schemadiff apply runs it
-- ALTER SUBSCRIPTION orders CONNECTION '(hidden)';

-- [2/5] alter subscription orders: connection: (hidden) -> (hidden); publications: customers, orders -> items, orders; synchronous_commit: off -> local
ALTER SUBSCRIPTION orders SET (synchronous_commit = 'local');

-- [3/5] alter subscription orders: connection: (hidden) -> (hidden); publications: customers, orders -> items, orders; synchronous_commit: off -> local
-- ! breaks-clients: which tables these are it learns by ALTER SUBSCRIPTION orders REFRESH PUBLICATION
ALTER SUBSCRIPTION orders SET PUBLICATION items, orders WITH (refresh = false);

-- [4/5] alter subscription slotted: slot_name: slotted -> another
-- ! breaks-clients: the replication slot slotted stays on the publisher, and keeps its log there
ALTER SUBSCRIPTION slotted SET (slot_name = 'another');

-- [5/5] alter comment on subscription commented: text: old -> new
COMMENT ON SUBSCRIPTION commented IS 'new';

COMMIT;

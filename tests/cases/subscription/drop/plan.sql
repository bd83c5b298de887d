-- 6 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/6] drop subscription enabled
ALTER SUBSCRIPTION enabled DISABLE;

-- [2/6] drop subscription enabled
ALTER SUBSCRIPTION enabled SET (slot_name = NONE);

-- [3/6] drop subscription enabled
-- ! data-loss: its connection string and how far it has come are gone; its replication slot stays on the publisher and keeps the log there until pg_drop_replicati…
DROP SUBSCRIPTION enabled;

-- [4/6] drop subscription slotless
-- ! data-loss: its connection string and how far it has come are gone
DROP SUBSCRIPTION slotless;

-- [5/6] drop subscription slotted
ALTER SUBSCRIPTION slotted SET (slot_name = NONE);

-- [6/6] drop subscription slotted
-- ! data-loss: its connection string and how far it has come are gone; its replication slot stays on the publisher and keeps the log there until pg_drop_replicati…
DROP SUBSCRIPTION slotted;

COMMIT;

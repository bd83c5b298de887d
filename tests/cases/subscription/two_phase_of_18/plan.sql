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

-- [1/5] alter subscription gets_a_slot: slot_name: none -> other; two_phase: no -> yes
ALTER SUBSCRIPTION gets_a_slot SET (slot_name = 'other');

-- [2/5] alter subscription gets_a_slot: slot_name: none -> other; two_phase: no -> yes
ALTER SUBSCRIPTION gets_a_slot SET (two_phase = true);

-- [3/5] alter subscription loses_its_slot: slot_name: loses_its_slot -> none; two_phase: no -> yes
ALTER SUBSCRIPTION loses_its_slot SET (two_phase = true);

-- [4/5] alter subscription loses_its_slot: slot_name: loses_its_slot -> none; two_phase: no -> yes
-- ! breaks-clients: the replication slot loses_its_slot stays on the publisher, and keeps its log there
ALTER SUBSCRIPTION loses_its_slot SET (slot_name = NONE);

-- [5/5] alter subscription mine: two_phase: no -> yes
ALTER SUBSCRIPTION mine SET (two_phase = true);

COMMIT;

-- 9 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/9] create foreign-data wrapper wrapper_too
SET LOCAL search_path = DEFAULT;
CREATE FOREIGN DATA WRAPPER wrapper_too;

-- [2/9] create subscription listens_too
-- holds what is not printed: schemadiff apply runs it
-- CREATE SUBSCRIPTION listens_too
--     CONNECTION '(hidden)'
--     PUBLICATION p
--     WITH (connect = false, slot_name = NONE);

-- [3/9] alter owner of foreign-data wrapper wrapper: role: postgres -> chief
-- ! breaks-clients: postgres loses its rights as the owner of wrapper
ALTER FOREIGN DATA WRAPPER wrapper OWNER TO chief;

-- [4/9] create owner of foreign-data wrapper wrapper_too
ALTER FOREIGN DATA WRAPPER wrapper_too OWNER TO chief;

-- [5/9] alter owner of subscription listens: role: postgres -> chief
-- ! breaks-clients: postgres loses its rights as the owner of listens
ALTER SUBSCRIPTION listens OWNER TO chief;

-- [6/9] create owner of subscription listens_too
ALTER SUBSCRIPTION listens_too OWNER TO chief;

-- [7/9] create event trigger watch_too
CREATE EVENT TRIGGER watch_too
    ON ddl_command_end
    WHEN TAG IN ('CREATE CAST')
    EXECUTE FUNCTION public.at_ddl();

-- [8/9] alter owner of event trigger watch: role: postgres -> chief
-- ! breaks-clients: postgres loses its rights as the owner of watch
ALTER EVENT TRIGGER watch OWNER TO chief;

-- [9/9] create owner of event trigger watch_too
ALTER EVENT TRIGGER watch_too OWNER TO chief;

COMMIT;

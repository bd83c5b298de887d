-- 1 step; run with psql -v ON_ERROR_STOP=1

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

-- [1/1] alter user mapping FOR PUBLIC SERVER remote: options: password=(hidden), name=(hidden), gone=(hidden) -> password=(hidden), name=(hidden), added=(hidden)
-- ! data-loss: its option gone, a password perhaps, is gone
-- holds what is not printed: schemadiff apply runs it
-- ALTER USER MAPPING FOR PUBLIC SERVER remote
--     OPTIONS (DROP gone, SET password '(hidden)', ADD added '(hidden)');

COMMIT;

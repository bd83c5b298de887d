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

-- [1/3] drop access method method: type: INDEX -> TABLE; handler: pg_catalog.bthandler -> pg_catalog.heap_tableam_handler
DROP ACCESS METHOD method;

-- [2/3] create access method method: type: INDEX -> TABLE; handler: pg_catalog.bthandler -> pg_catalog.heap_tableam_handler
CREATE ACCESS METHOD method TYPE TABLE HANDLER pg_catalog.heap_tableam_handler;

-- [3/3] create comment on access method method
COMMENT ON ACCESS METHOD method IS 'stays';

COMMIT;

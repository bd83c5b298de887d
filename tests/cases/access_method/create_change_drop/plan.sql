-- 7 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/7] drop access method changed: handler: pg_catalog.bthandler -> pg_catalog.hashhandler
DROP ACCESS METHOD changed;

-- [2/7] drop access method gone
DROP ACCESS METHOD gone;

-- [3/7] create access method changed: handler: pg_catalog.bthandler -> pg_catalog.hashhandler
CREATE ACCESS METHOD changed TYPE INDEX HANDLER pg_catalog.hashhandler;

-- [4/7] create access method fresh
CREATE ACCESS METHOD fresh TYPE TABLE HANDLER pg_catalog.heap_tableam_handler;

-- [5/7] create table public.t
CREATE TABLE public.t (
    a integer
)
USING fresh;

-- [6/7] create comment on access method changed
COMMENT ON ACCESS METHOD changed IS 'stays';

-- [7/7] create comment on access method fresh
COMMENT ON ACCESS METHOD fresh IS 'new';

COMMIT;

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

-- [1/4] drop transform FOR public.two LANGUAGE sql
DROP TRANSFORM FOR public.two LANGUAGE sql;

-- [2/4] alter transform FOR integer LANGUAGE sql: from sql: pg_catalog.prsd_lextype -> pg_catalog.dsimple_init
CREATE OR REPLACE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION pg_catalog.dsimple_init(internal));

-- [3/4] create transform FOR public.one LANGUAGE sql
CREATE TRANSFORM FOR public.one LANGUAGE sql (FROM SQL WITH FUNCTION pg_catalog.prsd_lextype(internal));

-- [4/4] create comment on transform FOR public.one LANGUAGE sql
COMMENT ON TRANSFORM FOR public.one LANGUAGE sql IS 'new';

COMMIT;

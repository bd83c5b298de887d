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

-- [1/6] drop conversion public.changed: from: LATIN1 -> UTF8; to: UTF8 -> LATIN1; function: pg_catalog.iso8859_1_to_utf8 -> pg_catalog.utf8_to_iso8859_1
DROP CONVERSION public.changed;

-- [2/6] drop conversion public.gone
DROP CONVERSION public.gone;

-- [3/6] create conversion public.changed: from: LATIN1 -> UTF8; to: UTF8 -> LATIN1; function: pg_catalog.iso8859_1_to_utf8 -> pg_catalog.utf8_to_iso8859_1
CREATE CONVERSION public.changed FOR 'UTF8' TO 'LATIN1' FROM pg_catalog.utf8_to_iso8859_1;

-- [4/6] create conversion public.fresh
CREATE DEFAULT CONVERSION public.fresh FOR 'UTF8' TO 'LATIN1' FROM pg_catalog.utf8_to_iso8859_1;

-- [5/6] create comment on conversion public.changed
COMMENT ON CONVERSION public.changed IS 'stays';

-- [6/6] create comment on conversion public.fresh
COMMENT ON CONVERSION public.fresh IS 'new';

COMMIT;

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

-- [1/4] drop conversion public.becomes: default: no -> yes
DROP CONVERSION public.becomes;

-- [2/4] drop conversion public.is_no_more: default: yes -> no
DROP CONVERSION public.is_no_more;

-- [3/4] create conversion public.becomes: default: no -> yes
CREATE DEFAULT CONVERSION public.becomes FOR 'LATIN1' TO 'UTF8' FROM pg_catalog.iso8859_1_to_utf8;

-- [4/4] create conversion public.is_no_more: default: yes -> no
CREATE CONVERSION public.is_no_more FOR 'LATIN2' TO 'UTF8' FROM pg_catalog.iso8859_to_utf8;

COMMIT;

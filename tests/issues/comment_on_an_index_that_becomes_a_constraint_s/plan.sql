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

-- [1/4] create constraint public.codes.one_code
ALTER TABLE public.codes ADD CONSTRAINT one_code UNIQUE USING INDEX one_code;

-- [2/4] create constraint public.codes.one_code
COMMENT ON INDEX public.one_code IS NULL;

-- [3/4] create constraint public.codes.one_other
ALTER TABLE public.codes ADD CONSTRAINT one_other UNIQUE USING INDEX one_other;

-- [4/4] create comment on index public.one_other
COMMENT ON INDEX public.one_other IS 'stays';

COMMIT;

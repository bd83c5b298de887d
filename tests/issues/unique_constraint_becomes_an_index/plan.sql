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

-- [1/6] drop constraint public.codes.one_code
ALTER TABLE public.codes DROP CONSTRAINT one_code;

-- [2/6] drop constraint public.codes.one_other
ALTER TABLE public.codes DROP CONSTRAINT one_other;

-- [3/6] create index public.one_code
-- ! blocking-index-build: nobody can write to public.codes while it is built
CREATE UNIQUE INDEX one_code ON public.codes (code);

-- [4/6] create index public.one_other
-- ! blocking-index-build: nobody can write to public.codes while it is built
CREATE UNIQUE INDEX one_other ON public.codes (other);

-- [5/6] create comment on index public.one_code
COMMENT ON INDEX public.one_code IS 'of an index';

-- [6/6] create comment on index public.one_other
COMMENT ON INDEX public.one_other IS 'stays';

COMMIT;

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

-- [1/3] alter column public.things.kind: type: integer -> bigint
-- ! table-rewrite: writes public.things and its indexes anew while nobody can use it
ALTER TABLE public.things ALTER COLUMN kind TYPE bigint;

-- [2/3] create comment on constraint public.things_1.kind_is_known
COMMENT ON CONSTRAINT kind_is_known ON public.things_1 IS 'checked by the importer';

-- [3/3] create comment on constraint public.things_1.positive
COMMENT ON CONSTRAINT positive ON public.things_1 IS 'checked by hand';

COMMIT;

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

-- [1/4] alter column public.t.v: generated: ((a * 2)) virtual -> ((a * 3)) virtual
ALTER TABLE public.t ALTER COLUMN v SET EXPRESSION AS ((a * 3));

-- [2/4] create column public.t.n
ALTER TABLE public.t ADD COLUMN n integer GENERATED ALWAYS AS ((a + 1)) VIRTUAL;

-- [3/4] drop column public.t.s: generated: ((a * 2)) stored -> ((a * 2)) virtual
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.t DROP COLUMN s;

-- [4/4] create column public.t.s: generated: ((a * 2)) stored -> ((a * 2)) virtual
ALTER TABLE public.t ADD COLUMN s integer GENERATED ALWAYS AS ((a * 2)) VIRTUAL;

COMMIT;

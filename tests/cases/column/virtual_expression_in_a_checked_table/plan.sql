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

-- [1/6] alter column public.others.b: generated: ((a * 2)) virtual -> ((a * 3)) virtual
ALTER TABLE public.others ALTER COLUMN b SET EXPRESSION AS ((a * 3));

-- [2/6] drop column public.checked.b: generated: ((a * 2)) virtual -> ((a * 3)) virtual
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.checked DROP COLUMN b;

-- [3/6] create column public.checked.b: generated: ((a * 2)) virtual -> ((a * 3)) virtual
ALTER TABLE public.checked ADD COLUMN b integer GENERATED ALWAYS AS ((a * 3)) VIRTUAL;

-- [4/6] create constraint public.checked.positive: uses column public.checked.b, which is recreated
-- ! full-scan: reads all of public.checked while nobody can use it
ALTER TABLE public.checked ADD CONSTRAINT positive CHECK ((b > 0));

-- [5/6] drop column public.published.b: generated: ((a * 2)) virtual -> ((a * 3)) virtual
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.published DROP COLUMN b;

-- [6/6] create column public.published.b: generated: ((a * 2)) virtual -> ((a * 3)) virtual
ALTER TABLE public.published ADD COLUMN b integer GENERATED ALWAYS AS ((a * 3)) VIRTUAL;

COMMIT;

-- 2 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/2] drop column public.t.b: generated: none -> (a + 1) stored
-- ! data-loss: drops the column and its values
ALTER TABLE public.t DROP COLUMN b;

-- [2/2] create column public.t.b: generated: none -> (a + 1) stored
-- ! table-rewrite: writes public.t anew: each row gets a value of its own
SET LOCAL search_path = public;
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS (a + 1) STORED;

COMMIT;

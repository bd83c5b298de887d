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

-- [1/3] drop view public.numbers
DROP VIEW public.numbers;

-- [2/3] create materialized view public.numbers
-- ! widens-access: who may read the view reads its tables with the rights of its owner, whatever privileges and policies say
SET LOCAL search_path = public;
CREATE MATERIALIZED VIEW public.numbers AS
SELECT id FROM notes;

-- [3/3] create privilege of app on materialized view public.numbers
GRANT SELECT ON TABLE public.numbers TO app;

COMMIT;

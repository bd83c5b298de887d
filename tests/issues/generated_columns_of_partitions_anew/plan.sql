-- 1 step; run with psql -v ON_ERROR_STOP=1

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

-- [1/1] alter column public.sales.tax: generated: ((price * 2)) stored -> (price * 3) stored
-- ! table-rewrite: writes public.sales anew
SET LOCAL search_path = public;
ALTER TABLE public.sales ALTER COLUMN tax SET EXPRESSION AS (price * 3);

COMMIT;

-- 7 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/7] rename enum public.feeling: renamed from public.mood
-- ! breaks-clients: whoever says public.mood fails from here on
ALTER TYPE public.mood RENAME TO feeling;

-- [2/7] alter enum public.feeling: labels: blue, ok, happy -> blue, ok, happy, delighted
ALTER TYPE public.feeling ADD VALUE 'delighted';

-- [3/7] rename domain public.sku: renamed from public.code
-- ! breaks-clients: whoever says public.code fails from here on
ALTER DOMAIN public.code RENAME TO sku;

-- [4/7] rename composite type public.address: renamed from public.place
-- ! breaks-clients: whoever says public.place fails from here on
ALTER TYPE public.place RENAME TO address;

-- [5/7] rename enum public.feeling: renamed from 'sad'
-- ! breaks-clients: whoever says 'sad' fails from here on
ALTER TYPE public.feeling RENAME VALUE 'sad' TO 'blue';

-- [6/7] rename domain constraint public.sku.brief: renamed from short
ALTER DOMAIN public.sku RENAME CONSTRAINT short TO brief;

-- [7/7] rename composite type public.address: renamed from town
-- ! breaks-clients: whoever says town fails from here on
ALTER TYPE public.address RENAME ATTRIBUTE town TO city;

COMMIT;

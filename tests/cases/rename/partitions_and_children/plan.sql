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

-- [1/7] rename table public.events: renamed from public.m
-- ! breaks-clients: whoever says public.m fails from here on
ALTER TABLE public.m RENAME TO events;

-- [2/7] rename table public.events_24: renamed from public.m_24
-- ! breaks-clients: whoever says public.m_24 fails from here on
ALTER TABLE public.m_24 RENAME TO events_24;

-- [3/7] rename table public.events_25: renamed from public.m_25
-- ! breaks-clients: whoever says public.m_25 fails from here on
ALTER TABLE public.m_25 RENAME TO events_25;

-- [4/7] rename index public.events_by_id: renamed from public.by_id
ALTER INDEX public.by_id RENAME TO events_by_id;

-- [5/7] rename column public.base.z: renamed from a
-- ! breaks-clients: whoever says a fails from here on
ALTER TABLE public.base RENAME COLUMN a TO z;

-- [6/7] rename column public.events.day: renamed from at
-- ! breaks-clients: whoever says at fails from here on
ALTER TABLE public.events RENAME COLUMN at TO day;

-- [7/7] rename column public.events.value: renamed from v
-- ! breaks-clients: whoever says v fails from here on
ALTER TABLE public.events RENAME COLUMN v TO value;

COMMIT;

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

-- [1/6] create schema archive
CREATE SCHEMA archive;

-- [2/6] rename enum archive.mood: renamed from public.mood
-- ! breaks-clients: whoever says public.mood fails from here on
ALTER TYPE public.mood SET SCHEMA archive;

-- [3/6] rename table archive.events: renamed from public.logs
-- ! breaks-clients: whoever says public.logs fails from here on
ALTER TABLE public.logs SET SCHEMA archive;

-- [4/6] rename table archive.events: renamed from public.logs
ALTER TABLE archive.logs RENAME TO events;

-- [5/6] rename table archive.people: renamed from public.people
-- ! breaks-clients: whoever says public.people fails from here on
ALTER TABLE public.people SET SCHEMA archive;

-- [6/6] rename index archive.by_its_name: renamed from public.by_name
ALTER INDEX archive.by_name RENAME TO by_its_name;

COMMIT;

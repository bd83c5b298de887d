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

-- [1/2] rename operator family public.new USING hash: renamed from public.old USING hash
ALTER OPERATOR FAMILY public.old USING hash RENAME TO new;

-- [2/2] rename operator class public.new USING hash: renamed from public.old USING hash
ALTER OPERATOR CLASS public.old USING hash RENAME TO new;

COMMIT;

-- 10 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/10] rename foreign-data wrapper wrapper: renamed from w
SET LOCAL search_path = DEFAULT;
ALTER FOREIGN DATA WRAPPER w RENAME TO wrapper;

-- [2/10] rename server server: renamed from s
ALTER SERVER s RENAME TO server;

-- [3/10] rename collation public.reversed: renamed from public.backwards
ALTER COLLATION public.backwards RENAME TO reversed;

-- [4/10] rename sequence public.numbering: renamed from public.numbers
-- ! breaks-clients: whoever says public.numbers fails from here on
ALTER SEQUENCE public.numbers RENAME TO numbering;

-- [5/10] rename text search dictionary public.dict: renamed from public.d
ALTER TEXT SEARCH DICTIONARY public.d RENAME TO dict;

-- [6/10] rename text search configuration public.conf: renamed from public.c
ALTER TEXT SEARCH CONFIGURATION public.c RENAME TO conf;

-- [7/10] rename table public.far: renamed from public.f
-- ! breaks-clients: whoever says public.f fails from here on
ALTER TABLE public.f RENAME TO far;

-- [8/10] rename view public.w: renamed from public.v
-- ! breaks-clients: whoever says public.v fails from here on
ALTER VIEW public.v RENAME TO w;

-- [9/10] rename publication pub: renamed from p
ALTER PUBLICATION p RENAME TO pub;

-- [10/10] rename event trigger ddl: renamed from et
ALTER EVENT TRIGGER et RENAME TO ddl;

COMMIT;

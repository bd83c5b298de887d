-- 5 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/5] alter domain public.a: not null: no -> yes; default: none -> 1
SET LOCAL search_path = public;
ALTER DOMAIN public.a SET DEFAULT 1;

-- [2/5] alter domain public.a: not null: no -> yes; default: none -> 1
-- ! full-scan: reads every table that has a column of the domain
ALTER DOMAIN public.a SET NOT NULL;

-- [3/5] alter domain public.b: not null: yes -> no; default: 2 -> none
ALTER DOMAIN public.b DROP DEFAULT;

-- [4/5] alter domain public.b: not null: yes -> no; default: 2 -> none
ALTER DOMAIN public.b DROP NOT NULL;

-- [5/5] alter domain public.c: default: 1 -> 2
ALTER DOMAIN public.c SET DEFAULT 2;

COMMIT;

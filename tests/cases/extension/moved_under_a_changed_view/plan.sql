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

-- [1/3] create schema ext
CREATE SCHEMA ext;

-- [2/3] alter extension hstore: schema: public -> ext
-- ! breaks-clients: queries that find the extension's objects by the search path may fail
ALTER EXTENSION hstore SET SCHEMA ext;

-- [3/3] alter view public.v: query: SELECT (t.h OPERATOR(ext.->) 'a'::text) AS x FROM public.t -> SELECT h -> 'b' AS x FROM t
SET LOCAL search_path = public, ext;
CREATE OR REPLACE VIEW public.v AS
SELECT h -> 'b' AS x FROM t;

COMMIT;

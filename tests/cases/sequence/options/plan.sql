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

-- [1/3] alter sequence public.a: options: start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1 no cycle -> start 7 increment 5 minvalue -3 maxvalue…
ALTER SEQUENCE public.a INCREMENT BY 5 MINVALUE -3 MAXVALUE 500 START WITH 7 CACHE 4 CYCLE;

-- [2/3] alter sequence public.b: type: integer -> bigint; options: start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle -> start 1 increment 1 minv…
ALTER SEQUENCE public.b AS bigint;

-- [3/3] alter sequence public.c: options: start 1 increment 1 minvalue 1 maxvalue 1000 cache 10 cycle -> start 1 increment 1 minvalue 1 maxvalue 92233720368547758…
ALTER SEQUENCE public.c MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE;

COMMIT;

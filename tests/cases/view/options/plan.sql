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

-- [1/2] alter view public.a: options: none -> security_barrier=true, check_option=local
ALTER VIEW public.a SET (security_barrier=true, check_option=local);

-- [2/2] alter view public.b: options: security_barrier=true, check_option=cascaded -> none
ALTER VIEW public.b RESET (security_barrier, check_option);

COMMIT;

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

-- [1/3] alter function public.f(): settings: search_path=pg_catalog -> none
-- ! widens-access: it has the rights of its owner, and who calls it chooses its search_path
CREATE OR REPLACE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    SECURITY DEFINER
    AS $$SELECT 1$$;

-- [2/3] alter function public.g(integer): leakproof: no -> yes
-- ! widens-access: it may see rows that policies and security barriers keep from who calls it
CREATE OR REPLACE FUNCTION public.g(integer) RETURNS boolean
    LANGUAGE internal
    IMMUTABLE LEAKPROOF STRICT
    AS 'int4out';

-- [3/3] alter owner of function public.h(): role: keeper -> app
-- ! breaks-clients: keeper loses its rights as the owner of public.h()
-- ! widens-access: who may call it does what it does with the rights of app
ALTER ROUTINE public.h() OWNER TO app;

COMMIT;

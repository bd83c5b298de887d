-- 1 step; run with psql -v ON_ERROR_STOP=1

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

-- [1/1] alter function public.f(integer): arguments: a integer -> a integer DEFAULT 3; volatility: volatile -> stable; parallel: unsafe -> restricted; strict: no …
-- ! widens-access: who may call it does what it does with the rights of its owner
-- ! widens-access: it may see rows that policies and security barriers keep from who calls it
SET LOCAL search_path = public;
CREATE OR REPLACE FUNCTION public.f(a integer DEFAULT 3) RETURNS SETOF integer
    LANGUAGE sql
    STABLE LEAKPROOF STRICT SECURITY DEFINER PARALLEL RESTRICTED COST 7 ROWS 70
    SET search_path TO ''
    SET enable_seqscan TO 'off'
    AS $$SELECT 1$$;

COMMIT;

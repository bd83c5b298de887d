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

-- [1/5] drop view public.v: uses function public.f(), which is recreated
DROP VIEW public.v;

-- [2/5] drop function public.f(): returns: integer -> bigint; body: SELECT 1 -> SELECT 1::bigint
DROP FUNCTION public.f();

-- [3/5] create function public.f(): returns: integer -> bigint; body: SELECT 1 -> SELECT 1::bigint
CREATE FUNCTION public.f() RETURNS bigint
    LANGUAGE sql
    AS $$SELECT 1::bigint$$;

-- [4/5] create view public.v: uses function public.f(), which is recreated
SET LOCAL search_path = public;
CREATE VIEW public.v AS
SELECT f() AS f;

-- [5/5] create comment on function public.f()
COMMENT ON FUNCTION public.f() IS 'stays';

COMMIT;

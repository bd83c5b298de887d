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

-- [1/2] create table public.t
CREATE TABLE public.t (
    a integer,
    b integer
);

-- [2/2] create function public.f()
CREATE FUNCTION public.f() RETURNS SETOF integer
    LANGUAGE sql
BEGIN ATOMIC
 MERGE INTO public.t
    USING ( SELECT 1 AS k) s
    ON (t.a = s.k)
    WHEN NOT MATCHED BY SOURCE
     THEN DELETE
   RETURNING t.a;
END;

COMMIT;

-- 19 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/19] drop domain constraint public.checked.good
ALTER DOMAIN public.checked DROP CONSTRAINT good;

-- [2/19] drop function public.is_good(public.checked)
DROP FUNCTION public.is_good(public.checked);

-- [3/19] alter domain public.usual: needs what needs it: it lets go of that before both are dropped
ALTER DOMAIN public.usual DROP DEFAULT;

-- [4/19] drop function public.usual_value()
DROP FUNCTION public.usual_value();

-- [5/19] alter function public.f(integer): needs what needs it: it lets go of that before both are dropped
CREATE OR REPLACE FUNCTION public.f(a integer DEFAULT 1, OUT b integer) RETURNS integer
    LANGUAGE sql
    AS $$$$;

-- [6/19] drop function public.g()
DROP FUNCTION public.g();

-- [7/19] drop function public.f(integer)
DROP FUNCTION public.f(integer);

-- [8/19] alter function public.reads_v(): needs what needs it: it lets go of that before both are dropped
CREATE OR REPLACE FUNCTION public.reads_v() RETURNS integer
    LANGUAGE sql
    AS $$$$;

-- [9/19] drop view public.v
DROP VIEW public.v;

-- [10/19] drop function public.reads_v()
DROP FUNCTION public.reads_v();

-- [11/19] create table public.stays
CREATE TABLE public.stays ();

-- [12/19] alter view public.of_rows: needs what needs it: it lets go of that before both are dropped
CREATE OR REPLACE VIEW public.of_rows AS
SELECT NULL::integer AS a, NULL::character varying(3) COLLATE pg_catalog."C" AS "B";

-- [13/19] drop function public.gives_rows()
DROP FUNCTION public.gives_rows();

-- [14/19] drop view public.of_rows
DROP VIEW public.of_rows;

-- [15/19] alter view public.one: needs what needs it: it lets go of that before both are dropped
CREATE OR REPLACE VIEW public.one AS
SELECT NULL::integer AS a;

-- [16/19] drop view public.two
DROP VIEW public.two;

-- [17/19] drop view public.one
DROP VIEW public.one;

-- [18/19] drop domain public.checked
DROP DOMAIN public.checked;

-- [19/19] drop domain public.usual
DROP DOMAIN public.usual;

COMMIT;

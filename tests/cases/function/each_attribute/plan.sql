-- 12 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/12] drop function public.returns_one(): returns set: no -> yes; rows: 0 -> 1000
DROP FUNCTION public.returns_one();

-- [2/12] alter function public.costs(): cost: 10 -> 20
CREATE OR REPLACE FUNCTION public.costs() RETURNS integer
    LANGUAGE sql
    COST 20
    AS $$SELECT 1$$;

-- [3/12] alter function public.defined(): security definer: no -> yes
-- ! widens-access: who may call it does what it does with the rights of its owner
CREATE OR REPLACE FUNCTION public.defined() RETURNS integer
    LANGUAGE sql
    SECURITY DEFINER
    AS $$SELECT 1$$;

-- [4/12] alter function public.gives(): rows: 10 -> 20
CREATE OR REPLACE FUNCTION public.gives() RETURNS SETOF integer
    LANGUAGE sql
    ROWS 20
    AS $$SELECT 1$$;

-- [5/12] alter function public.leaks(): leakproof: no -> yes
-- ! widens-access: it may see rows that policies and security barriers keep from who calls it
CREATE OR REPLACE FUNCTION public.leaks() RETURNS integer
    LANGUAGE sql
    LEAKPROOF
    AS $$SELECT 1$$;

-- [6/12] alter function public.lives_in_a_file(): object file: plpgsql -> $libdir/plpgsql
CREATE OR REPLACE FUNCTION public.lives_in_a_file() RETURNS language_handler
    LANGUAGE c
    AS '$libdir/plpgsql', 'plpgsql_call_handler';

-- [7/12] create function public.returns_one(): returns set: no -> yes; rows: 0 -> 1000
CREATE FUNCTION public.returns_one() RETURNS SETOF integer
    LANGUAGE sql
    AS $$SELECT 1$$;

-- [8/12] alter function public.sets(): settings: work_mem=8MB, search_path=public -> work_mem=9MB, enable_seqscan=off
CREATE OR REPLACE FUNCTION public.sets() RETURNS integer
    LANGUAGE sql
    SET work_mem TO '9MB'
    SET enable_seqscan TO 'off'
    AS $$SELECT 1$$;

-- [9/12] alter function public.speaks(): language: sql -> plpgsql; body: SELECT 1 -> BEGIN RETURN 1; END
CREATE OR REPLACE FUNCTION public.speaks() RETURNS integer
    LANGUAGE plpgsql
    AS $$BEGIN RETURN 1; END$$;

-- [10/12] alter function public.transforms(integer): transforms: none -> integer
CREATE OR REPLACE FUNCTION public.transforms(integer) RETURNS integer
    LANGUAGE plpgsql
    TRANSFORM FOR TYPE integer
    AS $$BEGIN RETURN 1; END$$;

-- [11/12] create comment on function public.returns_one()
COMMENT ON FUNCTION public.returns_one() IS 'stays';

-- [12/12] create privilege of app on function public.returns_one()
GRANT ALL ON ROUTINE public.returns_one() TO app;

COMMIT;

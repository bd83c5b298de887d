-- 6 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/6] drop cast (public.b AS integer)
DROP CAST (public.b AS integer);

-- [2/6] drop operator public.+(public.b, public.b)
DROP OPERATOR public.+(public.b, public.b);

-- [3/6] drop function public.plus(public.b, public.b)
DROP FUNCTION public.plus(public.b, public.b);

-- [4/6] drop column public.with_values.v
-- ! data-loss: drops the column and its values
ALTER TABLE public.with_values DROP COLUMN v;

-- [5/6] drop column public.with_values.vs
-- ! data-loss: drops the column and its values
ALTER TABLE public.with_values DROP COLUMN vs;

-- [6/6] drop base type public.b
DO $$
DECLARE
    other text;
BEGIN
    SELECT pg_describe_object(classid, objid, objsubid) INTO other
    FROM pg_depend
    WHERE (refclassid = 'pg_type'::regclass AND refobjid IN ('public.b'::regtype, 'public.b[]'::regtype)
           OR refclassid = 'pg_proc'::regclass AND refobjid IN ('public.b_in(cstring)'::regprocedure, 'public.b_out(public.b)'::regprocedure))
      AND NOT (classid = 'pg_type'::regclass AND objid IN ('public.b'::regtype, 'public.b[]'::regtype)
           OR classid = 'pg_proc'::regclass AND objid IN ('public.b_in(cstring)'::regprocedure, 'public.b_out(public.b)'::regprocedure));
    IF FOUND THEN RAISE '% depends on %', other, 'type public.b'; END IF;
    DROP TYPE public.b CASCADE;
END
$$;

COMMIT;

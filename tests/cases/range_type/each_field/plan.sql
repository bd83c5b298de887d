-- 11 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/11] alter range type public.measured: subtype diff: none -> public.apart
ALTER TYPE public.measured RENAME TO measured_old;

-- [2/11] alter range type public.measured: subtype diff: none -> public.apart
ALTER TYPE public.measured_multirange RENAME TO measured_multirange_old;

-- [3/11] alter range type public.measured: subtype diff: none -> public.apart
DO $$
DECLARE
    maker regprocedure;
BEGIN
    FOR maker IN SELECT objid FROM pg_depend
            WHERE classid = 'pg_proc'::regclass AND deptype = 'i' AND refclassid = 'pg_type'::regclass
            AND refobjid IN ('public.measured_old'::regtype, 'public.measured_multirange_old'::regtype) LOOP
        EXECUTE format('ALTER FUNCTION %s RENAME TO %I', maker, 'measured_old');
    END LOOP;
END
$$;

-- [4/11] alter range type public.measured: subtype diff: none -> public.apart
CREATE TYPE public.measured AS RANGE (
    SUBTYPE = double precision,
    SUBTYPE_OPCLASS = pg_catalog.float8_ops,
    SUBTYPE_DIFF = public.apart,
    MULTIRANGE_TYPE_NAME = public.measured_multirange
);

-- [5/11] alter range type public.measured: subtype diff: none -> public.apart
DROP TYPE public.measured_old;

-- [6/11] alter range type public.sorted: collation: pg_catalog."default" -> pg_catalog."C"
ALTER TYPE public.sorted RENAME TO sorted_old;

-- [7/11] alter range type public.sorted: collation: pg_catalog."default" -> pg_catalog."C"
ALTER TYPE public.sorted_multirange RENAME TO sorted_multirange_old;

-- [8/11] alter range type public.sorted: collation: pg_catalog."default" -> pg_catalog."C"
DO $$
DECLARE
    maker regprocedure;
BEGIN
    FOR maker IN SELECT objid FROM pg_depend
            WHERE classid = 'pg_proc'::regclass AND deptype = 'i' AND refclassid = 'pg_type'::regclass
            AND refobjid IN ('public.sorted_old'::regtype, 'public.sorted_multirange_old'::regtype) LOOP
        EXECUTE format('ALTER FUNCTION %s RENAME TO %I', maker, 'sorted_old');
    END LOOP;
END
$$;

-- [9/11] alter range type public.sorted: collation: pg_catalog."default" -> pg_catalog."C"
CREATE TYPE public.sorted AS RANGE (
    SUBTYPE = text,
    SUBTYPE_OPCLASS = pg_catalog.text_ops,
    COLLATION = pg_catalog."C",
    MULTIRANGE_TYPE_NAME = public.sorted_multirange
);

-- [10/11] alter range type public.sorted: collation: pg_catalog."default" -> pg_catalog."C"
DROP TYPE public.sorted_old;

-- [11/11] create comment on range type public.measured: text: before -> after
COMMENT ON TYPE public.measured IS 'after';

COMMIT;

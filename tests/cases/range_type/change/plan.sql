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

-- [1/6] alter range type public.r: subtype: integer -> bigint; subtype operator class: pg_catalog.int4_ops -> pg_catalog.int8_ops
ALTER TYPE public.r RENAME TO r_old;

-- [2/6] alter range type public.r: subtype: integer -> bigint; subtype operator class: pg_catalog.int4_ops -> pg_catalog.int8_ops
ALTER TYPE public.r_multirange RENAME TO r_multirange_old;

-- [3/6] alter range type public.r: subtype: integer -> bigint; subtype operator class: pg_catalog.int4_ops -> pg_catalog.int8_ops
DO $$
DECLARE
    maker regprocedure;
BEGIN
    FOR maker IN SELECT objid FROM pg_depend
            WHERE classid = 'pg_proc'::regclass AND deptype = 'i' AND refclassid = 'pg_type'::regclass
            AND refobjid IN ('public.r_old'::regtype, 'public.r_multirange_old'::regtype) LOOP
        EXECUTE format('ALTER FUNCTION %s RENAME TO %I', maker, 'r_old');
    END LOOP;
END
$$;

-- [4/6] alter range type public.r: subtype: integer -> bigint; subtype operator class: pg_catalog.int4_ops -> pg_catalog.int8_ops
CREATE TYPE public.r AS RANGE (
    SUBTYPE = bigint,
    SUBTYPE_OPCLASS = pg_catalog.int8_ops,
    MULTIRANGE_TYPE_NAME = public.r_multirange
);

-- [5/6] alter range type public.r: subtype: integer -> bigint; subtype operator class: pg_catalog.int4_ops -> pg_catalog.int8_ops
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t
    ALTER COLUMN r TYPE public.r USING r::text::public.r,
    ALTER COLUMN rs TYPE public.r[] USING rs::text[]::public.r[];

-- [6/6] alter range type public.r: subtype: integer -> bigint; subtype operator class: pg_catalog.int4_ops -> pg_catalog.int8_ops
DROP TYPE public.r_old;

COMMIT;

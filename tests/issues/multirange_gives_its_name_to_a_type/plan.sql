-- 7 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/7] alter range type public.span: multirange type: public.spans -> public.many_spans
ALTER TYPE public.span RENAME TO span_old;

-- [2/7] alter range type public.span: multirange type: public.spans -> public.many_spans
ALTER TYPE public.spans RENAME TO spans_old;

-- [3/7] alter range type public.span: multirange type: public.spans -> public.many_spans
DO $$
DECLARE
    maker regprocedure;
BEGIN
    FOR maker IN SELECT objid FROM pg_depend
            WHERE classid = 'pg_proc'::regclass AND deptype = 'i' AND refclassid = 'pg_type'::regclass
            AND refobjid IN ('public.span_old'::regtype, 'public.spans_old'::regtype) LOOP
        EXECUTE format('ALTER FUNCTION %s RENAME TO %I', maker, 'span_old');
    END LOOP;
END
$$;

-- [4/7] alter range type public.span: multirange type: public.spans -> public.many_spans
CREATE TYPE public.span AS RANGE (
    SUBTYPE = double precision,
    SUBTYPE_OPCLASS = pg_catalog.float8_ops,
    MULTIRANGE_TYPE_NAME = public.many_spans
);

-- [5/7] create composite type public.spans
CREATE TYPE public.spans AS (
    first public.span,
    last public.span
);

-- [6/7] alter range type public.span: multirange type: public.spans -> public.many_spans
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t ALTER COLUMN a TYPE public.span USING a::text::public.span;

-- [7/7] alter range type public.span: multirange type: public.spans -> public.many_spans
DROP TYPE public.span_old;

COMMIT;

-- 13 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/13] create base type public.mi
CREATE TYPE public.mi;

-- [2/13] create function public.mi_cmp(public.mi, public.mi)
CREATE FUNCTION public.mi_cmp(public.mi, public.mi) RETURNS integer
    LANGUAGE internal
    IMMUTABLE STRICT
    AS 'btint4cmp';

-- [3/13] create function public.mi_in(cstring)
CREATE FUNCTION public.mi_in(cstring) RETURNS public.mi
    LANGUAGE internal
    IMMUTABLE STRICT
    AS 'int4in';

-- [4/13] create function public.mi_lt(public.mi, public.mi)
CREATE FUNCTION public.mi_lt(public.mi, public.mi) RETURNS boolean
    LANGUAGE internal
    IMMUTABLE STRICT
    AS 'int4lt';

-- [5/13] create function public.mi_out(public.mi)
CREATE FUNCTION public.mi_out(public.mi) RETURNS cstring
    LANGUAGE internal
    IMMUTABLE STRICT
    AS 'int4out';

-- [6/13] create base type public.mi
-- ! needs-privileges: only a superuser can create base types
CREATE TYPE public.mi (
    INPUT = public.mi_in,
    OUTPUT = public.mi_out,
    LIKE = integer
);

-- [7/13] create domain public.small
CREATE DOMAIN public.small AS public.mi;

-- [8/13] create operator public.<(public.mi, public.mi)
CREATE OPERATOR public.< (
    FUNCTION = public.mi_lt,
    LEFTARG = public.mi,
    RIGHTARG = public.mi
);

-- [9/13] create operator family public.mi_ops USING btree
CREATE OPERATOR FAMILY public.mi_ops USING btree;

-- [10/13] create operator class public.mi_ops USING btree
CREATE OPERATOR CLASS public.mi_ops DEFAULT FOR TYPE public.mi USING btree FAMILY public.mi_ops AS
    OPERATOR 1 public.<(public.mi, public.mi),
    FUNCTION 1 (public.mi, public.mi) public.mi_cmp(public.mi, public.mi);

-- [11/13] create range type public.mi_span
CREATE TYPE public.mi_span AS RANGE (
    SUBTYPE = public.mi,
    MULTIRANGE_TYPE_NAME = public.mi_span_multirange
);

-- [12/13] create range type public.small_span
CREATE TYPE public.small_span AS RANGE (
    SUBTYPE = public.small,
    MULTIRANGE_TYPE_NAME = public.small_span_multirange
);

-- [13/13] create table public.spans
CREATE TABLE public.spans (
    a public.mi NOT NULL,
    b public.mi_span,
    c public.small_span,
    CONSTRAINT spans_pkey PRIMARY KEY (a)
);

COMMIT;

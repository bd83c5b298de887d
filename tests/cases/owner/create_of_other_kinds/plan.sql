-- 27 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/27] create foreign-data wrapper wrapper
CREATE FOREIGN DATA WRAPPER wrapper;

-- [2/27] create server elsewhere
CREATE SERVER elsewhere FOREIGN DATA WRAPPER wrapper;

-- [3/27] create language other
CREATE LANGUAGE other HANDLER pg_catalog.plpgsql_call_handler VALIDATOR pg_catalog.plpgsql_validator;

-- [4/27] create collation public.plain
CREATE COLLATION public.plain (LOCALE = 'C');

-- [5/27] create range type public.span
CREATE TYPE public.span AS RANGE (
    SUBTYPE = integer,
    SUBTYPE_OPCLASS = pg_catalog.int4_ops,
    MULTIRANGE_TYPE_NAME = public.span_multirange
);

-- [6/27] create function public.compare(integer, integer)
CREATE FUNCTION public.compare(integer, integer) RETURNS integer
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT $1 - $2$$;

-- [7/27] create function public.same(integer, integer)
CREATE FUNCTION public.same(integer, integer) RETURNS boolean
    LANGUAGE sql
    AS $$SELECT $1 = $2$$;

-- [8/27] create operator public.===(integer, integer)
CREATE OPERATOR public.=== (
    FUNCTION = public.same,
    LEFTARG = integer,
    RIGHTARG = integer
);

-- [9/27] create operator family public.numbers USING btree
CREATE OPERATOR FAMILY public.numbers USING btree;

-- [10/27] create operator class public.backwards USING btree
CREATE OPERATOR CLASS public.backwards FOR TYPE integer USING btree FAMILY public.numbers AS
    OPERATOR 1 >(integer, integer),
    OPERATOR 3 =(integer, integer),
    OPERATOR 5 <(integer, integer),
    FUNCTION 1 (integer, integer) public.compare(integer, integer);

-- [11/27] create conversion public.from_latin1
CREATE CONVERSION public.from_latin1 FOR 'LATIN1' TO 'UTF8' FROM pg_catalog.iso8859_1_to_utf8;

-- [12/27] create text search dictionary public.words
CREATE TEXT SEARCH DICTIONARY public.words (
    TEMPLATE = pg_catalog.simple
);

-- [13/27] create text search configuration public.search
CREATE TEXT SEARCH CONFIGURATION public.search (PARSER = pg_catalog."default");

-- [14/27] create table public.far
CREATE FOREIGN TABLE public.far (
    id integer,
    name text
)
SERVER elsewhere;

-- [15/27] create publication news
CREATE PUBLICATION news;

-- [16/27] create owner of server elsewhere
ALTER SERVER elsewhere OWNER TO keeper;

-- [17/27] create owner of language other
ALTER LANGUAGE other OWNER TO keeper;

-- [18/27] create owner of collation public.plain
ALTER COLLATION public.plain OWNER TO keeper;

-- [19/27] create owner of range type public.span
ALTER TYPE public.span OWNER TO keeper;

-- [20/27] create owner of operator public.===(integer, integer)
ALTER OPERATOR public.===(integer, integer) OWNER TO keeper;

-- [21/27] create owner of operator family public.numbers USING btree
ALTER OPERATOR FAMILY public.numbers USING btree OWNER TO keeper;

-- [22/27] create owner of operator class public.backwards USING btree
ALTER OPERATOR CLASS public.backwards USING btree OWNER TO keeper;

-- [23/27] create owner of conversion public.from_latin1
ALTER CONVERSION public.from_latin1 OWNER TO keeper;

-- [24/27] create owner of text search dictionary public.words
ALTER TEXT SEARCH DICTIONARY public.words OWNER TO keeper;

-- [25/27] create owner of text search configuration public.search
ALTER TEXT SEARCH CONFIGURATION public.search OWNER TO keeper;

-- [26/27] create owner of table public.far
ALTER TABLE public.far OWNER TO keeper;

-- [27/27] create owner of publication news
ALTER PUBLICATION news OWNER TO keeper;

COMMIT;

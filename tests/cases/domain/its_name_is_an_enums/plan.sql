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

-- [1/6] drop table public.point
-- ! data-loss: drops the table and its rows
DROP TABLE public.point;

-- [2/6] create domain public.point
CREATE DOMAIN public.point AS integer;

-- [3/6] drop domain public.span
DROP DOMAIN public.span;

-- [4/6] create range type public.span
CREATE TYPE public.span AS RANGE (
    SUBTYPE = integer,
    SUBTYPE_OPCLASS = pg_catalog.int4_ops,
    MULTIRANGE_TYPE_NAME = public.span_multirange
);

-- [5/6] drop enum public.mood
DROP TYPE public.mood;

-- [6/6] create domain public.mood
CREATE DOMAIN public.mood AS text;

COMMIT;

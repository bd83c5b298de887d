-- 10 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/10] create range type public.days
CREATE TYPE public.days AS RANGE (
    SUBTYPE = date,
    SUBTYPE_OPCLASS = pg_catalog.date_ops,
    MULTIRANGE_TYPE_NAME = public.many_days
);

-- [2/10] create domain public.parts_of_days
SET LOCAL search_path = public;
CREATE DOMAIN public.parts_of_days AS public.many_days
    CONSTRAINT parts_of_days_check CHECK (VALUE <> '{}');

-- [3/10] create function public.f(public.smultirange, public.srange)
CREATE FUNCTION public.f(public.smultirange, r public.srange DEFAULT srange(1, 4)) RETURNS public.smultirange
    LANGUAGE sql
    AS $$SELECT $1$$;

-- [4/10] create table public.parts
CREATE TABLE public.parts (
    a public.parts_of_days,
    CONSTRAINT parts_a_check CHECK (NOT a @> days(NULL, NULL))
);

-- [5/10] create column public.kept.n
ALTER TABLE public.kept ADD COLUMN n public.smultirange[] DEFAULT '{}';

-- [6/10] create constraint public.kept.kept_m_check
-- ! full-scan: reads all of public.kept while nobody can use it
ALTER TABLE public.kept ADD CONSTRAINT kept_m_check CHECK (m && srange(3, 4, '[]'));

-- [7/10] create constraint public.kept.kept_m_check1
-- ! full-scan: reads all of public.kept while nobody can use it
ALTER TABLE public.kept ADD CONSTRAINT kept_m_check1 CHECK (m <> smultirange());

-- [8/10] create view public.v
CREATE VIEW public.v AS
SELECT m, smultirange(r) AS s, lower(m) AS l, range_merge(m) AS merged FROM kept;

-- [9/10] drop table public.gone_too
-- ! data-loss: drops the table and its rows
DROP TABLE public.gone_too;

-- [10/10] drop range type public.gone
DROP TYPE public.gone;

COMMIT;

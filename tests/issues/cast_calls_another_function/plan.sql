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

-- [1/19] drop materialized view public.mv: query: SELECT (t.m)::integer AS x FROM public.t -> SELECT m::integer AS x FROM t
-- ! breaks-clients: queries wait until it is there again
DROP MATERIALIZED VIEW public.mv;

-- [2/19] drop index public.part: predicate: ((m)::integer > 100) -> m::integer > 100
DROP INDEX public.part;

-- [3/19] drop index public.whole: elements: ((m)::integer) -> (m::integer)
DROP INDEX public.whole;

-- [4/19] drop constraint public.t.big: check: ((m)::integer > 10) -> m::integer > 10
ALTER TABLE public.t DROP CONSTRAINT big;

-- [5/19] drop cast (public.money_of AS integer): function: public.whole -> public.cents
DROP CAST (public.money_of AS integer);

-- [6/19] drop domain constraint public.price.positive: check: ((VALUE)::integer > 0) -> CAST(VALUE AS integer) > 0
ALTER DOMAIN public.price DROP CONSTRAINT positive;

-- [7/19] create cast (public.money_of AS integer): function: public.whole -> public.cents
CREATE CAST (public.money_of AS integer) WITH FUNCTION public.cents(public.money_of);

-- [8/19] create domain constraint public.price.positive: check: ((VALUE)::integer > 0) -> CAST(VALUE AS integer) > 0
-- ! full-scan: reads every table that has a column of the domain
SET LOCAL search_path = public;
ALTER DOMAIN public.price ADD CONSTRAINT positive CHECK (CAST(VALUE AS integer) > 0);

-- [9/19] alter function public.in_body(public.money_of): sql body: RETURN ($1)::integer -> RETURN $1::integer
CREATE OR REPLACE FUNCTION public.in_body(public.money_of) RETURNS integer
    LANGUAGE sql
RETURN $1::integer;

-- [10/19] alter default public.t.d: default: (ROW(1, 'EUR'::text)::public.money_of)::integer -> CAST(ROW(1, 'EUR')::money_of AS integer)
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT CAST(ROW(1, 'EUR')::money_of AS integer);

-- [11/19] create constraint public.t.big: check: ((m)::integer > 10) -> m::integer > 10
-- ! full-scan: reads all of public.t while nobody can use it
ALTER TABLE public.t ADD CONSTRAINT big CHECK (m::integer > 10);

-- [12/19] create index public.part: predicate: ((m)::integer > 100) -> m::integer > 100
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX part ON public.t (d)
    WHERE m::integer > 100;

-- [13/19] create index public.whole: elements: ((m)::integer) -> (m::integer)
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX whole ON public.t ((m::integer));

-- [14/19] alter view public.of_arrays: query: SELECT (many.all_of)::integer[] AS x FROM public.many -> SELECT all_of::integer[] AS x FROM many
CREATE OR REPLACE VIEW public.of_arrays AS
SELECT all_of::integer[] AS x FROM many;

-- [15/19] alter view public.v: query: SELECT (t.m)::integer AS x FROM public.t -> SELECT m::integer AS x FROM t
CREATE OR REPLACE VIEW public.v AS
SELECT m::integer AS x FROM t;

-- [16/19] alter policy public.t.p: using: ((m)::integer > 1) -> m::integer > 1
ALTER POLICY p ON public.t
    USING (m::integer > 1);

-- [17/19] drop column public.t.g: generated: ((m)::integer) stored -> (m::integer) stored
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.t DROP COLUMN g;

-- [18/19] create column public.t.g: generated: ((m)::integer) stored -> (m::integer) stored
-- ! table-rewrite: writes public.t anew: each row gets a value of its own
ALTER TABLE public.t ADD COLUMN g integer GENERATED ALWAYS AS (m::integer) STORED;

-- [19/19] create materialized view public.mv: query: SELECT (t.m)::integer AS x FROM public.t -> SELECT m::integer AS x FROM t
-- ! table-rewrite: runs the query of the materialized view again
CREATE MATERIALIZED VIEW public.mv AS
SELECT m::integer AS x FROM t;

COMMIT;

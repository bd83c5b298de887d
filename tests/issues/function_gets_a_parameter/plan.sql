-- 14 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/14] drop view public.v: query: SELECT public.f(t.a) AS x FROM public.t -> SELECT f(a) AS x FROM t
DROP VIEW public.v;

-- [2/14] drop view public.w: query: SELECT public.f(t.a) AS x FROM public.t -> SELECT f(a, 2) AS x FROM t
DROP VIEW public.w;

-- [3/14] drop index public.i: elements: public.f(c) -> f(c)
DROP INDEX public.i;

-- [4/14] drop constraint public.t.t_a_check: check: (public.f(a) > 0) -> f(a) > 0
ALTER TABLE public.t DROP CONSTRAINT t_a_check;

-- [5/14] drop default public.t.a: default: public.f(1) -> f(1)
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- [6/14] drop column public.t.b: generated: (public.f(3)) stored -> (f(3)) stored
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.t DROP COLUMN b;

-- [7/14] drop function public.f(integer)
DROP FUNCTION public.f(integer);

-- [8/14] create function public.f(integer, integer)
SET LOCAL search_path = public;
CREATE FUNCTION public.f(a integer, b integer DEFAULT 5) RETURNS integer
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT a$$;

-- [9/14] create column public.t.b: generated: (public.f(3)) stored -> (f(3)) stored
-- ! table-rewrite: writes public.t anew: each row gets a value of its own
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS (f(3)) STORED;

-- [10/14] create default public.t.a: default: public.f(1) -> f(1)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT f(1);

-- [11/14] create constraint public.t.t_a_check: check: (public.f(a) > 0) -> f(a) > 0
-- ! full-scan: reads all of public.t while nobody can use it
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK (f(a) > 0);

-- [12/14] create index public.i: elements: public.f(c) -> f(c)
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX i ON public.t (f(c));

-- [13/14] create view public.v: query: SELECT public.f(t.a) AS x FROM public.t -> SELECT f(a) AS x FROM t
CREATE VIEW public.v AS
SELECT f(a) AS x FROM t;

-- [14/14] create view public.w: query: SELECT public.f(t.a) AS x FROM public.t -> SELECT f(a, 2) AS x FROM t
CREATE VIEW public.w AS
SELECT f(a, 2) AS x FROM t;

COMMIT;

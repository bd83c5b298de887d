-- 12 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/12] drop materialized view public.kept: query: SELECT of_c.a FROM public.of_c() of_c(a) -> SELECT * FROM of_c()
-- ! breaks-clients: queries wait until it is there again
DROP MATERIALIZED VIEW public.kept;

-- [2/12] alter composite type public.c: attributes: a integer -> a integer, b integer
ALTER TYPE public.c ADD ATTRIBUTE b integer;

-- [3/12] create column public.t.b
ALTER TABLE public.t ADD COLUMN b integer;

-- [4/12] alter view public.by_c: query: SELECT x.a FROM public.t, LATERAL public.of_c() x(a) -> SELECT x.* FROM t, LATERAL of_c() x
SET LOCAL search_path = public;
CREATE OR REPLACE VIEW public.by_c AS
SELECT x.* FROM t, LATERAL of_c() x;

-- [5/12] alter view public.above: query: SELECT by_c.a FROM public.by_c -> SELECT * FROM by_c
CREATE OR REPLACE VIEW public.above AS
SELECT * FROM by_c;

-- [6/12] alter view public.by_json: query: SELECT jsonb_populate_record.a FROM jsonb_populate_record(NULL::public.t, '{}'::jsonb) jsonb_populate_record(a) -> SELE…
CREATE OR REPLACE VIEW public.by_json AS
SELECT * FROM jsonb_populate_record(NULL::t, '{}');

-- [7/12] alter view public.by_t: query: SELECT of_t.a FROM public.of_t() of_t(a) -> SELECT * FROM of_t()
CREATE OR REPLACE VIEW public.by_t AS
SELECT * FROM of_t();

-- [8/12] alter view public.v: query: SELECT 1 AS a -> SELECT 1 AS a, 2 AS b
CREATE OR REPLACE VIEW public.v AS
SELECT 1 AS a, 2 AS b;

-- [9/12] alter view public.by_v: query: SELECT (q.r).a AS a FROM ( SELECT public.of_v() AS r) q -> SELECT (r).* FROM (SELECT of_v() AS r) q
CREATE OR REPLACE VIEW public.by_v AS
SELECT (r).* FROM (SELECT of_v() AS r) q;

-- [10/12] create materialized view public.kept: query: SELECT of_c.a FROM public.of_c() of_c(a) -> SELECT * FROM of_c()
-- ! table-rewrite: runs the query of the materialized view again
CREATE MATERIALIZED VIEW public.kept AS
SELECT * FROM of_c();

-- [11/12] create index public.kept_a: uses materialized view public.kept, which is recreated
-- ! blocking-index-build: nobody can write to public.kept while it is built
SET LOCAL search_path = DEFAULT;
CREATE INDEX kept_a ON public.kept (a);

-- [12/12] alter policy public.t.p: using: (EXISTS ( SELECT x.a FROM public.of_c() x(a) WHERE (x.a = t.a))) -> EXISTS (SELECT * FROM of_c() x WHERE x.a = t.a)
-- ! widens-access: the policy may let more rows be seen: (EXISTS ( SELECT x.a FROM public.of_c() x(a) WHERE (x.a = t.a))) -> EXISTS (SELECT * FROM of_c() x WHERE …
SET LOCAL search_path = public;
ALTER POLICY p ON public.t
    USING (EXISTS (SELECT * FROM of_c() x WHERE x.a = t.a));

COMMIT;

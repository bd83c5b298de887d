-- 21 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/21] drop policy public.t.p: using: (EXISTS ( SELECT x.a, x.b FROM public.of_c() x(a, b) WHERE (x.a = t.a))) -> EXISTS (SELECT * FROM of_c() x WHERE x.a = t.a…
DROP POLICY p ON public.t;

-- [2/21] drop materialized view public.kept: query: SELECT of_c.a, of_c.b FROM public.of_c() of_c(a, b) -> SELECT * FROM of_c()
-- ! breaks-clients: queries wait until it is there again
DROP MATERIALIZED VIEW public.kept;

-- [3/21] drop view public.above: query: SELECT by_c.a, by_c.b FROM public.by_c -> SELECT * FROM by_c
DROP VIEW public.above;

-- [4/21] drop view public.by_c: query: SELECT x.a, x.b FROM public.t, LATERAL public.of_c() x(a, b) -> SELECT x.* FROM t, LATERAL of_c() x
DROP VIEW public.by_c;

-- [5/21] drop view public.by_json: query: SELECT jsonb_populate_record.a, jsonb_populate_record.b FROM jsonb_populate_record(NULL::public.t, '{}'::jsonb) jsonb_po…
DROP VIEW public.by_json;

-- [6/21] drop view public.by_t: query: SELECT of_t.a, of_t.b FROM public.of_t() of_t(a, b) -> SELECT * FROM of_t()
DROP VIEW public.by_t;

-- [7/21] drop view public.by_v: query: SELECT (q.r).a AS a, (q.r).b AS b FROM ( SELECT public.of_v() AS r) q -> SELECT (r).* FROM (SELECT of_v() AS r) q
DROP VIEW public.by_v;

-- [8/21] drop function public.of_v(): uses view public.v, which is recreated
DROP FUNCTION public.of_v();

-- [9/21] drop view public.v: query: SELECT 1 AS a, 2 AS b -> SELECT 1 AS a
DROP VIEW public.v;

-- [10/21] alter composite type public.c: attributes: a integer, b integer -> a integer
ALTER TYPE public.c DROP ATTRIBUTE b;

-- [11/21] create view public.v: query: SELECT 1 AS a, 2 AS b -> SELECT 1 AS a
SET LOCAL search_path = public;
CREATE VIEW public.v AS
SELECT 1 AS a;

-- [12/21] create function public.of_v(): uses view public.v, which is recreated
CREATE FUNCTION public.of_v() RETURNS public.v
    LANGUAGE plpgsql
    AS $$BEGIN RETURN NULL; END$$;

-- [13/21] create view public.by_v: query: SELECT (q.r).a AS a, (q.r).b AS b FROM ( SELECT public.of_v() AS r) q -> SELECT (r).* FROM (SELECT of_v() AS r) q
CREATE VIEW public.by_v AS
SELECT (r).* FROM (SELECT of_v() AS r) q;

-- [14/21] create materialized view public.kept: query: SELECT of_c.a, of_c.b FROM public.of_c() of_c(a, b) -> SELECT * FROM of_c()
-- ! table-rewrite: runs the query of the materialized view again
CREATE MATERIALIZED VIEW public.kept AS
SELECT * FROM of_c();

-- [15/21] create index public.kept_a: uses materialized view public.kept, which is recreated
-- ! blocking-index-build: nobody can write to public.kept while it is built
SET LOCAL search_path = DEFAULT;
CREATE INDEX kept_a ON public.kept (a);

-- [16/21] drop column public.t.b
-- ! data-loss: drops the column and its values
ALTER TABLE public.t DROP COLUMN b;

-- [17/21] create view public.by_c: query: SELECT x.a, x.b FROM public.t, LATERAL public.of_c() x(a, b) -> SELECT x.* FROM t, LATERAL of_c() x
SET LOCAL search_path = public;
CREATE VIEW public.by_c AS
SELECT x.* FROM t, LATERAL of_c() x;

-- [18/21] create view public.above: query: SELECT by_c.a, by_c.b FROM public.by_c -> SELECT * FROM by_c
CREATE VIEW public.above AS
SELECT * FROM by_c;

-- [19/21] create view public.by_json: query: SELECT jsonb_populate_record.a, jsonb_populate_record.b FROM jsonb_populate_record(NULL::public.t, '{}'::jsonb) jsonb…
CREATE VIEW public.by_json AS
SELECT * FROM jsonb_populate_record(NULL::t, '{}');

-- [20/21] create view public.by_t: query: SELECT of_t.a, of_t.b FROM public.of_t() of_t(a, b) -> SELECT * FROM of_t()
CREATE VIEW public.by_t AS
SELECT * FROM of_t();

-- [21/21] create policy public.t.p: using: (EXISTS ( SELECT x.a, x.b FROM public.of_c() x(a, b) WHERE (x.a = t.a))) -> EXISTS (SELECT * FROM of_c() x WHERE x.a = …
-- ! widens-access: the policy may let more rows be seen: (EXISTS ( SELECT x.a, x.b FROM public.of_c() x(a, b) WHERE (x.a = t.a))) -> EXISTS (SELECT * FROM of_c() …
CREATE POLICY p ON public.t
    USING (EXISTS (SELECT * FROM of_c() x WHERE x.a = t.a));

COMMIT;

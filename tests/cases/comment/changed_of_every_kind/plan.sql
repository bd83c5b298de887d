-- 44 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/44] alter comment on schema public: text: before -> after: "quoted" \ and ü
SET LOCAL search_path = DEFAULT;
COMMENT ON SCHEMA public IS E'after: "quoted" \\ and ü';

-- [2/44] alter comment on foreign-data wrapper wrapper: text: before -> after: "quoted" \ and ü
COMMENT ON FOREIGN DATA WRAPPER wrapper IS E'after: "quoted" \\ and ü';

-- [3/44] alter comment on server elsewhere: text: before -> after: "quoted" \ and ü
COMMENT ON SERVER elsewhere IS E'after: "quoted" \\ and ü';

-- [4/44] alter comment on language other: text: before -> after: "quoted" \ and ü
COMMENT ON LANGUAGE other IS E'after: "quoted" \\ and ü';

-- [5/44] alter comment on collation public.plain: text: before -> after: "quoted" \ and ü
COMMENT ON COLLATION public.plain IS E'after: "quoted" \\ and ü';

-- [6/44] alter comment on base type public.ticks: text: before -> after: "quoted" \ and ü
COMMENT ON TYPE public.ticks IS E'after: "quoted" \\ and ü';

-- [7/44] alter comment on enum public.mood: text: before -> after: "quoted" \ and ü
COMMENT ON TYPE public.mood IS E'after: "quoted" \\ and ü';

-- [8/44] alter comment on domain public.email: text: before -> after: "quoted" \ and ü
COMMENT ON DOMAIN public.email IS E'after: "quoted" \\ and ü';

-- [9/44] alter comment on domain constraint public.email.has_at: text: before -> after: "quoted" \ and ü
COMMENT ON CONSTRAINT has_at ON DOMAIN public.email IS E'after: "quoted" \\ and ü';

-- [10/44] alter comment on composite type public.pair: text: before -> after: "quoted" \ and ü
COMMENT ON TYPE public.pair IS E'after: "quoted" \\ and ü';

-- [11/44] alter comment on range type public.span: text: before -> after: "quoted" \ and ü
COMMENT ON TYPE public.span IS E'after: "quoted" \\ and ü';

-- [12/44] alter comment on sequence public.numbers_of: text: before -> after: "quoted" \ and ü
COMMENT ON SEQUENCE public.numbers_of IS E'after: "quoted" \\ and ü';

-- [13/44] alter comment on function public.run(): text: before -> after: "quoted" \ and ü
COMMENT ON PROCEDURE public.run() IS E'after: "quoted" \\ and ü';

-- [14/44] alter comment on function public.same(integer, integer): text: before -> after: "quoted" \ and ü
COMMENT ON FUNCTION public.same(integer, integer) IS E'after: "quoted" \\ and ü';

-- [15/44] alter comment on function public.total(integer): text: before -> after: "quoted" \ and ü
COMMENT ON AGGREGATE public.total(integer) IS E'after: "quoted" \\ and ü';

-- [16/44] alter comment on access method heaps: text: before -> after: "quoted" \ and ü
COMMENT ON ACCESS METHOD heaps IS E'after: "quoted" \\ and ü';

-- [17/44] alter comment on operator public.===(integer, integer): text: before -> after: "quoted" \ and ü
COMMENT ON OPERATOR public.===(integer, integer) IS E'after: "quoted" \\ and ü';

-- [18/44] alter comment on operator family public.numbers USING btree: text: before -> after: "quoted" \ and ü
COMMENT ON OPERATOR FAMILY public.numbers USING btree IS E'after: "quoted" \\ and ü';

-- [19/44] alter comment on operator class public.backwards USING btree: text: before -> after: "quoted" \ and ü
COMMENT ON OPERATOR CLASS public.backwards USING btree IS E'after: "quoted" \\ and ü';

-- [20/44] alter comment on cast (public.pair AS text): text: before -> after: "quoted" \ and ü
COMMENT ON CAST (public.pair AS text) IS E'after: "quoted" \\ and ü';

-- [21/44] alter comment on transform FOR integer LANGUAGE sql: text: before -> after: "quoted" \ and ü
COMMENT ON TRANSFORM FOR integer LANGUAGE sql IS E'after: "quoted" \\ and ü';

-- [22/44] alter comment on conversion public.from_latin1: text: before -> after: "quoted" \ and ü
COMMENT ON CONVERSION public.from_latin1 IS E'after: "quoted" \\ and ü';

-- [23/44] alter comment on text search parser public.parts: text: before -> after: "quoted" \ and ü
COMMENT ON TEXT SEARCH PARSER public.parts IS E'after: "quoted" \\ and ü';

-- [24/44] alter comment on text search template public.as_is: text: before -> after: "quoted" \ and ü
COMMENT ON TEXT SEARCH TEMPLATE public.as_is IS E'after: "quoted" \\ and ü';

-- [25/44] alter comment on text search dictionary public.words: text: before -> after: "quoted" \ and ü
COMMENT ON TEXT SEARCH DICTIONARY public.words IS E'after: "quoted" \\ and ü';

-- [26/44] alter comment on text search configuration public.search: text: before -> after: "quoted" \ and ü
COMMENT ON TEXT SEARCH CONFIGURATION public.search IS E'after: "quoted" \\ and ü';

-- [27/44] alter comment on table public.far: text: before -> after: "quoted" \ and ü
COMMENT ON FOREIGN TABLE public.far IS E'after: "quoted" \\ and ü';

-- [28/44] alter comment on table public.t: text: before -> after: "quoted" \ and ü
COMMENT ON TABLE public.t IS E'after: "quoted" \\ and ü';

-- [29/44] alter comment on column public.far.name: text: before -> after: "quoted" \ and ü
COMMENT ON COLUMN public.far.name IS E'after: "quoted" \\ and ü';

-- [30/44] alter comment on column public.m.id: text: before -> after: "quoted" \ and ü
COMMENT ON COLUMN public.m.id IS E'after: "quoted" \\ and ü';

-- [31/44] alter comment on column public.pair.a: text: before -> after: "quoted" \ and ü
COMMENT ON COLUMN public.pair.a IS E'after: "quoted" \\ and ü';

-- [32/44] alter comment on column public.t.id: text: before -> after: "quoted" \ and ü
COMMENT ON COLUMN public.t.id IS E'after: "quoted" \\ and ü';

-- [33/44] alter comment on column public.v.id: text: before -> after: "quoted" \ and ü
COMMENT ON COLUMN public.v.id IS E'after: "quoted" \\ and ü';

-- [34/44] alter comment on constraint public.t.positive: text: before -> after: "quoted" \ and ü
COMMENT ON CONSTRAINT positive ON public.t IS E'after: "quoted" \\ and ü';

-- [35/44] alter comment on index public.by_id: text: before -> after: "quoted" \ and ü
COMMENT ON INDEX public.by_id IS E'after: "quoted" \\ and ü';

-- [36/44] alter comment on statistics public.st: text: before -> after: "quoted" \ and ü
COMMENT ON STATISTICS public.st IS E'after: "quoted" \\ and ü';

-- [37/44] alter comment on view public.v: text: before -> after: "quoted" \ and ü
COMMENT ON VIEW public.v IS E'after: "quoted" \\ and ü';

-- [38/44] alter comment on materialized view public.m: text: before -> after: "quoted" \ and ü
COMMENT ON MATERIALIZED VIEW public.m IS E'after: "quoted" \\ and ü';

-- [39/44] alter comment on rule public.t.quiet: text: before -> after: "quoted" \ and ü
COMMENT ON RULE quiet ON public.t IS E'after: "quoted" \\ and ü';

-- [40/44] alter comment on trigger public.t.each: text: before -> after: "quoted" \ and ü
COMMENT ON TRIGGER each ON public.t IS E'after: "quoted" \\ and ü';

-- [41/44] alter comment on policy public.t.own: text: before -> after: "quoted" \ and ü
COMMENT ON POLICY own ON public.t IS E'after: "quoted" \\ and ü';

-- [42/44] alter comment on publication news: text: before -> after: "quoted" \ and ü
COMMENT ON PUBLICATION news IS E'after: "quoted" \\ and ü';

-- [43/44] alter comment on subscription listens: text: before -> after: "quoted" \ and ü
COMMENT ON SUBSCRIPTION listens IS E'after: "quoted" \\ and ü';

-- [44/44] alter comment on event trigger watch: text: before -> after: "quoted" \ and ü
COMMENT ON EVENT TRIGGER watch IS E'after: "quoted" \\ and ü';

COMMIT;

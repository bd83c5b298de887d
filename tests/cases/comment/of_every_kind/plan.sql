-- 41 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/41] drop comment on enum public.mood
COMMENT ON TYPE public.mood IS NULL;

-- [2/41] drop comment on domain constraint public.email.has_at
COMMENT ON CONSTRAINT has_at ON DOMAIN public.email IS NULL;

-- [3/41] drop comment on range type public.span
COMMENT ON TYPE public.span IS NULL;

-- [4/41] drop comment on operator public.===(integer, integer)
COMMENT ON OPERATOR public.===(integer, integer) IS NULL;

-- [5/41] drop comment on cast (public.pair AS text)
COMMENT ON CAST (public.pair AS text) IS NULL;

-- [6/41] drop comment on text search parser public.parts
COMMENT ON TEXT SEARCH PARSER public.parts IS NULL;

-- [7/41] drop comment on text search configuration public.search
COMMENT ON TEXT SEARCH CONFIGURATION public.search IS NULL;

-- [8/41] drop comment on column public.far.name
COMMENT ON COLUMN public.far.name IS NULL;

-- [9/41] drop comment on column public.t.id
COMMENT ON COLUMN public.t.id IS NULL;

-- [10/41] drop comment on statistics public.st
COMMENT ON STATISTICS public.st IS NULL;

-- [11/41] drop comment on materialized view public.m
COMMENT ON MATERIALIZED VIEW public.m IS NULL;

-- [12/41] drop comment on trigger public.t.each
COMMENT ON TRIGGER each ON public.t IS NULL;

-- [13/41] drop comment on publication news
COMMENT ON PUBLICATION news IS NULL;

-- [14/41] alter comment on schema public: text: goes or stays -> new: "quoted" \ and ü
COMMENT ON SCHEMA public IS E'new: "quoted" \\ and ü';

-- [15/41] create comment on foreign-data wrapper wrapper
COMMENT ON FOREIGN DATA WRAPPER wrapper IS 'the user''s';

-- [16/41] create comment on server elsewhere
COMMENT ON SERVER elsewhere IS 'the user''s';

-- [17/41] create comment on language other
COMMENT ON LANGUAGE other IS 'the user''s';

-- [18/41] create comment on collation public.plain
COMMENT ON COLLATION public.plain IS 'the user''s';

-- [19/41] alter comment on domain public.email: text: goes or stays -> new: "quoted" \ and ü
COMMENT ON DOMAIN public.email IS E'new: "quoted" \\ and ü';

-- [20/41] create comment on composite type public.pair
COMMENT ON TYPE public.pair IS 'the user''s';

-- [21/41] create comment on sequence public.numbers_of
COMMENT ON SEQUENCE public.numbers_of IS 'the user''s';

-- [22/41] create comment on function public.run()
COMMENT ON PROCEDURE public.run() IS 'the user''s';

-- [23/41] alter comment on function public.same(integer, integer): text: goes or stays -> new: "quoted" \ and ü
COMMENT ON FUNCTION public.same(integer, integer) IS E'new: "quoted" \\ and ü';

-- [24/41] alter comment on function public.total(integer): text: goes or stays -> new: "quoted" \ and ü
COMMENT ON AGGREGATE public.total(integer) IS E'new: "quoted" \\ and ü';

-- [25/41] create comment on access method heaps
COMMENT ON ACCESS METHOD heaps IS 'the user''s';

-- [26/41] create comment on operator family public.numbers USING btree
COMMENT ON OPERATOR FAMILY public.numbers USING btree IS 'the user''s';

-- [27/41] alter comment on operator class public.backwards USING btree: text: goes or stays -> new: "quoted" \ and ü
COMMENT ON OPERATOR CLASS public.backwards USING btree IS E'new: "quoted" \\ and ü';

-- [28/41] alter comment on conversion public.from_latin1: text: goes or stays -> new: "quoted" \ and ü
COMMENT ON CONVERSION public.from_latin1 IS E'new: "quoted" \\ and ü';

-- [29/41] alter comment on text search template public.as_is: text: goes or stays -> new: "quoted" \ and ü
COMMENT ON TEXT SEARCH TEMPLATE public.as_is IS E'new: "quoted" \\ and ü';

-- [30/41] alter comment on text search dictionary public.words: text: goes or stays -> new: "quoted" \ and ü
COMMENT ON TEXT SEARCH DICTIONARY public.words IS E'new: "quoted" \\ and ü';

-- [31/41] alter comment on table public.far: text: goes or stays -> new: "quoted" \ and ü
COMMENT ON FOREIGN TABLE public.far IS E'new: "quoted" \\ and ü';

-- [32/41] alter comment on table public.t: text: goes or stays -> new: "quoted" \ and ü
COMMENT ON TABLE public.t IS E'new: "quoted" \\ and ü';

-- [33/41] alter comment on column public.m.id: text: goes or stays -> new: "quoted" \ and ü
COMMENT ON COLUMN public.m.id IS E'new: "quoted" \\ and ü';

-- [34/41] create comment on column public.pair.a
COMMENT ON COLUMN public.pair.a IS 'the user''s';

-- [35/41] create comment on column public.v.id
COMMENT ON COLUMN public.v.id IS 'the user''s';

-- [36/41] alter comment on constraint public.t.positive: text: goes or stays -> new: "quoted" \ and ü
COMMENT ON CONSTRAINT positive ON public.t IS E'new: "quoted" \\ and ü';

-- [37/41] create comment on index public.by_id
COMMENT ON INDEX public.by_id IS 'the user''s';

-- [38/41] alter comment on view public.v: text: goes or stays -> new: "quoted" \ and ü
COMMENT ON VIEW public.v IS E'new: "quoted" \\ and ü';

-- [39/41] alter comment on rule public.t.quiet: text: goes or stays -> new: "quoted" \ and ü
COMMENT ON RULE quiet ON public.t IS E'new: "quoted" \\ and ü';

-- [40/41] create comment on policy public.t.own
COMMENT ON POLICY own ON public.t IS 'the user''s';

-- [41/41] create comment on event trigger watch
COMMENT ON EVENT TRIGGER watch IS 'the user''s';

COMMIT;

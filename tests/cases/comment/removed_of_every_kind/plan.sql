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

-- [1/44] drop comment on foreign-data wrapper wrapper
SET LOCAL search_path = DEFAULT;
COMMENT ON FOREIGN DATA WRAPPER wrapper IS NULL;

-- [2/44] drop comment on server elsewhere
COMMENT ON SERVER elsewhere IS NULL;

-- [3/44] drop comment on language other
COMMENT ON LANGUAGE other IS NULL;

-- [4/44] drop comment on collation public.plain
COMMENT ON COLLATION public.plain IS NULL;

-- [5/44] drop comment on base type public.ticks
COMMENT ON TYPE public.ticks IS NULL;

-- [6/44] drop comment on enum public.mood
COMMENT ON TYPE public.mood IS NULL;

-- [7/44] drop comment on domain public.email
COMMENT ON DOMAIN public.email IS NULL;

-- [8/44] drop comment on domain constraint public.email.has_at
COMMENT ON CONSTRAINT has_at ON DOMAIN public.email IS NULL;

-- [9/44] drop comment on composite type public.pair
COMMENT ON TYPE public.pair IS NULL;

-- [10/44] drop comment on range type public.span
COMMENT ON TYPE public.span IS NULL;

-- [11/44] drop comment on sequence public.numbers_of
COMMENT ON SEQUENCE public.numbers_of IS NULL;

-- [12/44] drop comment on function public.run()
COMMENT ON PROCEDURE public.run() IS NULL;

-- [13/44] drop comment on function public.same(integer, integer)
COMMENT ON FUNCTION public.same(integer, integer) IS NULL;

-- [14/44] drop comment on function public.total(integer)
COMMENT ON AGGREGATE public.total(integer) IS NULL;

-- [15/44] drop comment on access method heaps
COMMENT ON ACCESS METHOD heaps IS NULL;

-- [16/44] drop comment on operator public.===(integer, integer)
COMMENT ON OPERATOR public.===(integer, integer) IS NULL;

-- [17/44] drop comment on operator family public.numbers USING btree
COMMENT ON OPERATOR FAMILY public.numbers USING btree IS NULL;

-- [18/44] drop comment on operator class public.backwards USING btree
COMMENT ON OPERATOR CLASS public.backwards USING btree IS NULL;

-- [19/44] drop comment on cast (public.pair AS text)
COMMENT ON CAST (public.pair AS text) IS NULL;

-- [20/44] drop comment on transform FOR integer LANGUAGE sql
COMMENT ON TRANSFORM FOR integer LANGUAGE sql IS NULL;

-- [21/44] drop comment on conversion public.from_latin1
COMMENT ON CONVERSION public.from_latin1 IS NULL;

-- [22/44] drop comment on text search parser public.parts
COMMENT ON TEXT SEARCH PARSER public.parts IS NULL;

-- [23/44] drop comment on text search template public.as_is
COMMENT ON TEXT SEARCH TEMPLATE public.as_is IS NULL;

-- [24/44] drop comment on text search dictionary public.words
COMMENT ON TEXT SEARCH DICTIONARY public.words IS NULL;

-- [25/44] drop comment on text search configuration public.search
COMMENT ON TEXT SEARCH CONFIGURATION public.search IS NULL;

-- [26/44] drop comment on table public.far
COMMENT ON FOREIGN TABLE public.far IS NULL;

-- [27/44] drop comment on table public.t
COMMENT ON TABLE public.t IS NULL;

-- [28/44] drop comment on column public.far.name
COMMENT ON COLUMN public.far.name IS NULL;

-- [29/44] drop comment on column public.m.id
COMMENT ON COLUMN public.m.id IS NULL;

-- [30/44] drop comment on column public.pair.a
COMMENT ON COLUMN public.pair.a IS NULL;

-- [31/44] drop comment on column public.t.id
COMMENT ON COLUMN public.t.id IS NULL;

-- [32/44] drop comment on column public.v.id
COMMENT ON COLUMN public.v.id IS NULL;

-- [33/44] drop comment on constraint public.t.positive
COMMENT ON CONSTRAINT positive ON public.t IS NULL;

-- [34/44] drop comment on index public.by_id
COMMENT ON INDEX public.by_id IS NULL;

-- [35/44] drop comment on statistics public.st
COMMENT ON STATISTICS public.st IS NULL;

-- [36/44] drop comment on view public.v
COMMENT ON VIEW public.v IS NULL;

-- [37/44] drop comment on materialized view public.m
COMMENT ON MATERIALIZED VIEW public.m IS NULL;

-- [38/44] drop comment on rule public.t.quiet
COMMENT ON RULE quiet ON public.t IS NULL;

-- [39/44] drop comment on trigger public.t.each
COMMENT ON TRIGGER each ON public.t IS NULL;

-- [40/44] drop comment on policy public.t.own
COMMENT ON POLICY own ON public.t IS NULL;

-- [41/44] drop comment on publication news
COMMENT ON PUBLICATION news IS NULL;

-- [42/44] drop comment on subscription listens
COMMENT ON SUBSCRIPTION listens IS NULL;

-- [43/44] drop comment on event trigger watch
COMMENT ON EVENT TRIGGER watch IS NULL;

-- [44/44] alter comment on schema public: text: goes -> standard public schema
COMMENT ON SCHEMA public IS 'standard public schema';

COMMIT;

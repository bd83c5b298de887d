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

-- [1/44] alter comment on schema public: text: standard public schema -> the user's
SET LOCAL search_path = DEFAULT;
COMMENT ON SCHEMA public IS 'the user''s';

-- [2/44] create comment on foreign-data wrapper wrapper
COMMENT ON FOREIGN DATA WRAPPER wrapper IS 'the user''s';

-- [3/44] create comment on server elsewhere
COMMENT ON SERVER elsewhere IS 'the user''s';

-- [4/44] create comment on language other
COMMENT ON LANGUAGE other IS 'the user''s';

-- [5/44] create comment on collation public.plain
COMMENT ON COLLATION public.plain IS 'the user''s';

-- [6/44] create comment on base type public.ticks
COMMENT ON TYPE public.ticks IS 'the user''s';

-- [7/44] create comment on enum public.mood
COMMENT ON TYPE public.mood IS 'the user''s';

-- [8/44] create comment on domain public.email
COMMENT ON DOMAIN public.email IS 'the user''s';

-- [9/44] create comment on domain constraint public.email.has_at
COMMENT ON CONSTRAINT has_at ON DOMAIN public.email IS 'the user''s';

-- [10/44] create comment on composite type public.pair
COMMENT ON TYPE public.pair IS 'the user''s';

-- [11/44] create comment on range type public.span
COMMENT ON TYPE public.span IS 'the user''s';

-- [12/44] create comment on sequence public.numbers_of
COMMENT ON SEQUENCE public.numbers_of IS 'the user''s';

-- [13/44] create comment on function public.run()
COMMENT ON PROCEDURE public.run() IS 'the user''s';

-- [14/44] create comment on function public.same(integer, integer)
COMMENT ON FUNCTION public.same(integer, integer) IS 'the user''s';

-- [15/44] create comment on function public.total(integer)
COMMENT ON AGGREGATE public.total(integer) IS 'the user''s';

-- [16/44] create comment on access method heaps
COMMENT ON ACCESS METHOD heaps IS 'the user''s';

-- [17/44] create comment on operator public.===(integer, integer)
COMMENT ON OPERATOR public.===(integer, integer) IS 'the user''s';

-- [18/44] create comment on operator family public.numbers USING btree
COMMENT ON OPERATOR FAMILY public.numbers USING btree IS 'the user''s';

-- [19/44] create comment on operator class public.backwards USING btree
COMMENT ON OPERATOR CLASS public.backwards USING btree IS 'the user''s';

-- [20/44] create comment on cast (public.pair AS text)
COMMENT ON CAST (public.pair AS text) IS 'the user''s';

-- [21/44] create comment on transform FOR integer LANGUAGE sql
COMMENT ON TRANSFORM FOR integer LANGUAGE sql IS 'the user''s';

-- [22/44] create comment on conversion public.from_latin1
COMMENT ON CONVERSION public.from_latin1 IS 'the user''s';

-- [23/44] create comment on text search parser public.parts
COMMENT ON TEXT SEARCH PARSER public.parts IS 'the user''s';

-- [24/44] create comment on text search template public.as_is
COMMENT ON TEXT SEARCH TEMPLATE public.as_is IS 'the user''s';

-- [25/44] create comment on text search dictionary public.words
COMMENT ON TEXT SEARCH DICTIONARY public.words IS 'the user''s';

-- [26/44] create comment on text search configuration public.search
COMMENT ON TEXT SEARCH CONFIGURATION public.search IS 'the user''s';

-- [27/44] create comment on table public.far
COMMENT ON FOREIGN TABLE public.far IS 'the user''s';

-- [28/44] create comment on table public.t
COMMENT ON TABLE public.t IS 'the user''s';

-- [29/44] create comment on column public.far.name
COMMENT ON COLUMN public.far.name IS 'the user''s';

-- [30/44] create comment on column public.m.id
COMMENT ON COLUMN public.m.id IS 'the user''s';

-- [31/44] create comment on column public.pair.a
COMMENT ON COLUMN public.pair.a IS 'the user''s';

-- [32/44] create comment on column public.t.id
COMMENT ON COLUMN public.t.id IS 'the user''s';

-- [33/44] create comment on column public.v.id
COMMENT ON COLUMN public.v.id IS 'the user''s';

-- [34/44] create comment on constraint public.t.positive
COMMENT ON CONSTRAINT positive ON public.t IS 'the user''s';

-- [35/44] create comment on index public.by_id
COMMENT ON INDEX public.by_id IS 'the user''s';

-- [36/44] create comment on statistics public.st
COMMENT ON STATISTICS public.st IS 'the user''s';

-- [37/44] create comment on view public.v
COMMENT ON VIEW public.v IS 'the user''s';

-- [38/44] create comment on materialized view public.m
COMMENT ON MATERIALIZED VIEW public.m IS 'the user''s';

-- [39/44] create comment on rule public.t.quiet
COMMENT ON RULE quiet ON public.t IS 'the user''s';

-- [40/44] create comment on trigger public.t.each
COMMENT ON TRIGGER each ON public.t IS 'the user''s';

-- [41/44] create comment on policy public.t.own
COMMENT ON POLICY own ON public.t IS 'the user''s';

-- [42/44] create comment on publication news
COMMENT ON PUBLICATION news IS 'the user''s';

-- [43/44] create comment on subscription listens
COMMENT ON SUBSCRIPTION listens IS 'the user''s';

-- [44/44] create comment on event trigger watch
COMMENT ON EVENT TRIGGER watch IS 'the user''s';

COMMIT;

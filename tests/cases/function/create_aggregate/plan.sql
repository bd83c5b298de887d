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

-- [1/10] create aggregate public.count_rows()
CREATE AGGREGATE public.count_rows(*) (
    SFUNC = pg_catalog.int8inc,
    STYPE = bigint,
    INITCOND = '0',
    PARALLEL = SAFE
);

-- [2/10] create function public.join_words(text, text)
CREATE FUNCTION public.join_words(text, text) RETURNS text
    LANGUAGE sql
    IMMUTABLE
    AS $$
SELECT CASE WHEN $2 IS NULL THEN $1 WHEN $1 IS NULL THEN $2 ELSE $1 || ', ' || $2 END
$$;

-- [3/10] create aggregate public.group_concat(text)
CREATE AGGREGATE public.group_concat(text) (
    SFUNC = public.join_words,
    STYPE = text
);

-- [4/10] create aggregate public.median(double precision, anyelement)
CREATE AGGREGATE public.median(double precision ORDER BY anyelement) (
    SFUNC = pg_catalog.ordered_set_transition,
    STYPE = internal,
    FINALFUNC = pg_catalog.percentile_disc_final,
    FINALFUNC_EXTRA
);

-- [5/10] create aggregate public.moving_sum(integer)
CREATE AGGREGATE public.moving_sum(integer) (
    SFUNC = pg_catalog.int4pl,
    STYPE = integer,
    SSPACE = 8,
    INITCOND = '-5',
    COMBINEFUNC = pg_catalog.int4pl,
    MSFUNC = pg_catalog.int4pl,
    MSTYPE = integer,
    MINVFUNC = pg_catalog.int4mi,
    MINITCOND = '0',
    SORTOP = OPERATOR(pg_catalog.>)
);

-- [6/10] create aggregate public.old_max(integer)
CREATE AGGREGATE public.old_max(integer) (
    SFUNC = pg_catalog.int4larger,
    STYPE = integer
);

-- [7/10] create table public.film
CREATE TABLE public.film (
    id integer NOT NULL,
    title text,
    length integer,
    CONSTRAINT film_pkey PRIMARY KEY (id)
);

-- [8/10] create view public.titles
SET LOCAL search_path = public;
CREATE VIEW public.titles AS
SELECT group_concat(title) AS titles, count_rows(*) AS n, old_max(length) AS longest FROM film;

-- [9/10] create comment on function public.count_rows()
COMMENT ON AGGREGATE public.count_rows(*) IS 'like count';

-- [10/10] create comment on function public.group_concat(text)
COMMENT ON AGGREGATE public.group_concat(text) IS 'words, with commas';

COMMIT;

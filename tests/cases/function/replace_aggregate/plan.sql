-- 8 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/8] drop view public.titles: uses function public.count_rows(), which is recreated
DROP VIEW public.titles;

-- [2/8] drop aggregate public.count_rows(): aggregate: SFUNC = pg_catalog.int8inc, STYPE = bigint, INITCOND = '0' -> SFUNC = pg_catalog.int8inc, STYPE = bigint, F…
DROP AGGREGATE public.count_rows(*);

-- [3/8] drop aggregate public.median(double precision, anyelement)
DROP AGGREGATE public.median(double precision ORDER BY anyelement);

-- [4/8] create aggregate public.count_rows(): aggregate: SFUNC = pg_catalog.int8inc, STYPE = bigint, INITCOND = '0' -> SFUNC = pg_catalog.int8inc, STYPE = bigint,…
CREATE AGGREGATE public.count_rows(*) (
    SFUNC = pg_catalog.int8inc,
    STYPE = bigint,
    FINALFUNC = pg_catalog.int8up,
    INITCOND = '0',
    PARALLEL = SAFE
);

-- [5/8] alter aggregate public.moving_sum(integer): aggregate: SFUNC = pg_catalog.int4pl, STYPE = integer, SSPACE = 8, INITCOND = '-5', COMBINEFUNC = pg_catalog.i…
CREATE OR REPLACE AGGREGATE public.moving_sum(integer) (
    SFUNC = pg_catalog.int4pl,
    STYPE = integer,
    SSPACE = 8,
    INITCOND = '7',
    MSFUNC = pg_catalog.int4pl,
    MSTYPE = integer,
    MINVFUNC = pg_catalog.int4mi,
    MINITCOND = '0',
    SORTOP = OPERATOR(pg_catalog.>)
);

-- [6/8] alter aggregate public.old_max(integer): aggregate: SFUNC = pg_catalog.int4larger, STYPE = integer -> SFUNC = pg_catalog.int4larger, STYPE = integer, INIT…
CREATE OR REPLACE AGGREGATE public.old_max(integer) (
    SFUNC = pg_catalog.int4larger,
    STYPE = integer,
    INITCOND = '0'
);

-- [7/8] create view public.titles: uses function public.count_rows(), which is recreated
SET LOCAL search_path = public;
CREATE VIEW public.titles AS
SELECT group_concat(title) AS titles, count_rows(*) AS n, old_max(length) AS longest FROM film;

-- [8/8] create comment on function public.count_rows(): text: like count -> counts rows
COMMENT ON AGGREGATE public.count_rows(*) IS 'counts rows';

COMMIT;

-- 6 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/6] drop index public.t_p: uses operator class public.pair_ops USING btree, which is recreated
DROP INDEX public.t_p;

-- [2/6] drop operator class public.pair_ops USING btree: uses function public.pair_cmp(public.pair, public.pair), which is recreated
DROP OPERATOR CLASS public.pair_ops USING btree;

-- [3/6] drop function public.pair_cmp(public.pair, public.pair): arguments: one public.pair, two public.pair -> first public.pair, second public.pair
DROP FUNCTION public.pair_cmp(public.pair, public.pair);

-- [4/6] create function public.pair_cmp(public.pair, public.pair): arguments: one public.pair, two public.pair -> first public.pair, second public.pair
CREATE FUNCTION public.pair_cmp(first public.pair, second public.pair) RETURNS integer
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT btint4cmp($1.x, $2.x)$$;

-- [5/6] create operator class public.pair_ops USING btree: uses function public.pair_cmp(public.pair, public.pair), which is recreated
CREATE OPERATOR CLASS public.pair_ops DEFAULT FOR TYPE public.pair USING btree FAMILY public.pair_ops AS
    OPERATOR 1 public.<#(public.pair, public.pair),
    OPERATOR 2 public.<=#(public.pair, public.pair),
    OPERATOR 3 public.=#(public.pair, public.pair),
    OPERATOR 4 public.>=#(public.pair, public.pair),
    OPERATOR 5 public.>#(public.pair, public.pair),
    FUNCTION 1 (public.pair, public.pair) public.pair_cmp(public.pair, public.pair);

-- [6/6] create index public.t_p: uses operator class public.pair_ops USING btree, which is recreated
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX t_p ON public.t (p);

COMMIT;

-- 4 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/4] alter function public.meq(public.m, public.m): body: SELECT ($1).a = ($2).a -> SELECT ($2).a = ($1).a
-- ! stale-results: constraint public.t.t_d_excl holds what the old body computed, until REINDEX INDEX public.t_d_excl
CREATE OR REPLACE FUNCTION public.meq(public.m, public.m) RETURNS boolean
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT ($2).a = ($1).a$$;

-- [2/4] alter function public.mhash(public.m): body: SELECT hashint4(($1).a) -> SELECT 1
-- ! stale-results: index public.ih holds what the old body computed, until REINDEX INDEX public.ih
-- ! stale-results: constraint public.t.t_d_excl holds what the old body computed, until REINDEX INDEX public.t_d_excl
-- ! stale-results: rows stay in the partitions of public.ph that the old body chose, until UPDATE public.ph SET k = k
CREATE OR REPLACE FUNCTION public.mhash(public.m) RETURNS integer
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT 1$$;

-- [3/4] alter function public.mlt(public.m, public.m): body: SELECT ($1).a < ($2).a -> SELECT ($2).a < ($1).a
-- ! stale-results: index public.ie holds what the old body computed, until REINDEX INDEX public.ie
-- ! stale-results: constraint public.t.t_b_key holds what the old body computed, until REINDEX INDEX public.t_b_key
-- ! stale-results: constraint public.t.t_pkey holds what the old body computed, until REINDEX INDEX public.t_pkey
-- ! stale-results: rows stay in the partitions of public.pr that the old body chose, until UPDATE public.pr SET k = k
CREATE OR REPLACE FUNCTION public.mlt(public.m, public.m) RETURNS boolean
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT ($2).a < ($1).a$$;

-- [4/4] alter function public.mycmp(integer, integer): body: SELECT btint4cmp($1,$2) -> SELECT btint4cmp($2,$1)
-- ! stale-results: index public.i holds what the old body computed, until REINDEX INDEX public.i
CREATE OR REPLACE FUNCTION public.mycmp(integer, integer) RETURNS integer
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT btint4cmp($2,$1)$$;

COMMIT;

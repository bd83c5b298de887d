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

-- [1/8] drop operator family public.fam USING btree
DROP OPERATOR FAMILY public.fam USING btree;

-- [2/8] drop operator public.=#(public.pair, integer)
DROP OPERATOR public.=#(public.pair, integer);

-- [3/8] drop operator public.=#(public.pair, public.pair)
DROP OPERATOR public.=#(public.pair, public.pair);

-- [4/8] drop function public.cmi(public.pair, integer)
DROP FUNCTION public.cmi(public.pair, integer);

-- [5/8] drop function public.eqi(public.pair, integer)
DROP FUNCTION public.eqi(public.pair, integer);

-- [6/8] drop function public.eqp(public.pair, public.pair)
DROP FUNCTION public.eqp(public.pair, public.pair);

-- [7/8] create table public.z
CREATE TABLE public.z (
    i integer
);

-- [8/8] drop composite type public.pair
DROP TYPE public.pair;

COMMIT;

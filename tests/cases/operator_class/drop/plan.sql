-- 16 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/16] drop index public.t_p
DROP INDEX public.t_p;

-- [2/16] drop operator family public.pair_ops USING btree
DROP OPERATOR FAMILY public.pair_ops USING btree;

-- [3/16] drop operator public.<#(public.pair, public.pair)
DROP OPERATOR public.<#(public.pair, public.pair);

-- [4/16] drop operator public.<=#(public.pair, public.pair)
DROP OPERATOR public.<=#(public.pair, public.pair);

-- [5/16] drop operator public.=#(public.pair, integer)
DROP OPERATOR public.=#(public.pair, integer);

-- [6/16] drop operator public.=#(public.pair, public.pair)
DROP OPERATOR public.=#(public.pair, public.pair);

-- [7/16] drop operator public.>#(public.pair, public.pair)
DROP OPERATOR public.>#(public.pair, public.pair);

-- [8/16] drop operator public.>=#(public.pair, public.pair)
DROP OPERATOR public.>=#(public.pair, public.pair);

-- [9/16] drop function public.pair_cmp(public.pair, public.pair)
DROP FUNCTION public.pair_cmp(public.pair, public.pair);

-- [10/16] drop function public.pair_cmp_int(public.pair, integer)
DROP FUNCTION public.pair_cmp_int(public.pair, integer);

-- [11/16] drop function public.pair_eq(public.pair, public.pair)
DROP FUNCTION public.pair_eq(public.pair, public.pair);

-- [12/16] drop function public.pair_eq_int(public.pair, integer)
DROP FUNCTION public.pair_eq_int(public.pair, integer);

-- [13/16] drop function public.pair_ge(public.pair, public.pair)
DROP FUNCTION public.pair_ge(public.pair, public.pair);

-- [14/16] drop function public.pair_gt(public.pair, public.pair)
DROP FUNCTION public.pair_gt(public.pair, public.pair);

-- [15/16] drop function public.pair_le(public.pair, public.pair)
DROP FUNCTION public.pair_le(public.pair, public.pair);

-- [16/16] drop function public.pair_lt(public.pair, public.pair)
DROP FUNCTION public.pair_lt(public.pair, public.pair);

COMMIT;

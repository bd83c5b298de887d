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

-- [1/6] drop view public.over_v: uses view public.v, which is recreated
DROP VIEW public.over_v;

-- [2/6] drop view public.v: uses cast (public.money_of AS integer), which is recreated
DROP VIEW public.v;

-- [3/6] drop cast (public.money_of AS integer): function: public.whole -> public.cents
DROP CAST (public.money_of AS integer);

-- [4/6] create cast (public.money_of AS integer): function: public.whole -> public.cents
CREATE CAST (public.money_of AS integer) WITH FUNCTION public.cents(public.money_of);

-- [5/6] create view public.v: uses cast (public.money_of AS integer), which is recreated
CREATE VIEW public.v AS
SELECT (t.m)::integer AS x,
    k.y
   FROM public.t,
    LATERAL JSON_TABLE(
            t.j, '$' AS json_table_path_0
            COLUMNS (
                y integer PATH '$."a"'
            )
        ) k;

-- [6/6] create view public.over_v: uses view public.v, which is recreated
CREATE VIEW public.over_v AS
SELECT x
   FROM public.v;

COMMIT;

-- 2 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/2] create function public.step(internal, "any")
CREATE FUNCTION public.step(internal, VARIADIC "any") RETURNS internal
    LANGUAGE internal
    AS 'ordered_set_transition_multi';

-- [2/2] create aggregate public.place("any")
CREATE AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any") (
    SFUNC = public.step,
    STYPE = internal,
    FINALFUNC = pg_catalog.rank_final,
    FINALFUNC_EXTRA,
    HYPOTHETICAL
);

COMMIT;

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

-- [1/2] create operator public.<<<(public.amount, public.amount)
CREATE OPERATOR public.<<< (
    FUNCTION = public.amount_lt,
    LEFTARG = public.amount,
    RIGHTARG = public.amount
);

-- [2/2] create aggregate public.least_of(public.amount)
CREATE AGGREGATE public.least_of(public.amount) (
    SFUNC = public.smaller,
    STYPE = public.amount,
    SORTOP = OPERATOR(public.<<<)
);

COMMIT;

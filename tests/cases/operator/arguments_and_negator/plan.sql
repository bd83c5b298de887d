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

-- [1/6] drop operator public.!<<<(integer, integer): negator: none -> public."<<<"
DROP OPERATOR public.!<<<(integer, integer);

-- [2/6] drop operator public.<<<(integer, integer): negator: none -> public."!<<<"
DROP OPERATOR public.<<<(integer, integer);

-- [3/6] drop operator public.@@@(integer, integer)
DROP OPERATOR public.@@@(integer, integer);

-- [4/6] create operator public.!<<<(integer, integer): negator: none -> public."<<<"
CREATE OPERATOR public.!<<< (
    FUNCTION = public.not_lower,
    LEFTARG = integer,
    RIGHTARG = integer,
    NEGATOR = OPERATOR(public.<<<)
);

-- [5/6] create operator public.<<<(integer, integer): negator: none -> public."!<<<"
CREATE OPERATOR public.<<< (
    FUNCTION = public.lower_than,
    LEFTARG = integer,
    RIGHTARG = integer,
    NEGATOR = OPERATOR(public.!<<<)
);

-- [6/6] create operator public.@@@(NONE, integer)
CREATE OPERATOR public.@@@ (
    FUNCTION = public.minus,
    RIGHTARG = integer
);

COMMIT;

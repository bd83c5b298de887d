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

-- [1/10] drop view public.v: uses operator public.===(integer, integer), which is recreated
DROP VIEW public.v;

-- [2/10] drop operator public.===(integer, integer): function: public.same -> public.same_too
DROP OPERATOR public.===(integer, integer);

-- [3/10] drop operator public.=====(integer, integer): hashes: yes -> no; merges: no -> yes
DROP OPERATOR public.=====(integer, integer);

-- [4/10] drop operator public.======(integer, integer): commutator: none -> public."======"
DROP OPERATOR public.======(integer, integer);

-- [5/10] create operator public.===(integer, integer): function: public.same -> public.same_too
CREATE OPERATOR public.=== (
    FUNCTION = public.same_too,
    LEFTARG = integer,
    RIGHTARG = integer
);

-- [6/10] alter operator public.====(integer, integer): restrict: pg_catalog.eqsel -> pg_catalog.neqsel; join: pg_catalog.eqjoinsel -> none
ALTER OPERATOR public.====(integer, integer) SET (RESTRICT = pg_catalog.neqsel, JOIN = NONE);

-- [7/10] create operator public.=====(integer, integer): hashes: yes -> no; merges: no -> yes
CREATE OPERATOR public.===== (
    FUNCTION = public.same,
    LEFTARG = integer,
    RIGHTARG = integer,
    MERGES
);

-- [8/10] create operator public.======(integer, integer): commutator: none -> public."======"
CREATE OPERATOR public.====== (
    FUNCTION = public.same,
    LEFTARG = integer,
    RIGHTARG = integer,
    COMMUTATOR = OPERATOR(public.======)
);

-- [9/10] create view public.v: uses operator public.===(integer, integer), which is recreated
SET LOCAL search_path = public;
CREATE VIEW public.v AS
SELECT 1 === 2 AS x;

-- [10/10] create comment on operator public.===(integer, integer)
COMMENT ON OPERATOR public.===(integer, integer) IS 'stays';

COMMIT;

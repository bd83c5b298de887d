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

-- [1/6] create table public.t
CREATE TABLE public.t (
    x integer,
    y text
);

-- [2/6] create view public.below
SET LOCAL search_path = public;
CREATE VIEW public.below (a, b)
    WITH (security_barrier=true) AS
SELECT x, y FROM t;

-- [3/6] create view public.above
CREATE VIEW public.above AS
SELECT a FROM below WHERE a > 0
    WITH LOCAL CHECK OPTION;

-- [4/6] create view public.numbers
CREATE RECURSIVE VIEW public.numbers (n) AS
VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 9;

-- [5/6] create comment on column public.below.a
COMMENT ON COLUMN public.below.a IS 'x';

-- [6/6] create comment on view public.below
COMMENT ON VIEW public.below IS 'renames';

COMMIT;

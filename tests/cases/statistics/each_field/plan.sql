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

-- [1/8] drop statistics public.columns: columns: a, b -> a, b, c
DROP STATISTICS public.columns;

-- [2/8] drop statistics public.expressions: expressions: (a + 1) -> a + 2
DROP STATISTICS public.expressions;

-- [3/8] drop statistics public.moves: table: public.t -> public.u
DROP STATISTICS public.moves;

-- [4/8] create statistics public.columns: columns: a, b -> a, b, c
CREATE STATISTICS public.columns
    ON a, b, c
    FROM public.t;

-- [5/8] create statistics public.expressions: expressions: (a + 1) -> a + 2
SET LOCAL search_path = public;
CREATE STATISTICS public.expressions
    ON b, (a + 2)
    FROM public.t;

-- [6/8] create statistics public.expressions: expressions: (a + 1) -> a + 2
ALTER STATISTICS public.expressions SET STATISTICS 50;

-- [7/8] create statistics public.moves: table: public.t -> public.u
CREATE STATISTICS public.moves
    ON a, b
    FROM public.u;

-- [8/8] create comment on statistics public.columns
COMMENT ON STATISTICS public.columns IS 'stays';

COMMIT;

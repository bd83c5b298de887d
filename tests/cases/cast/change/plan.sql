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

-- [1/8] drop cast (bigint AS public.color): method: function -> inout; function: public.color_big -> none; arguments: (bigint) -> none
DROP CAST (bigint AS public.color);

-- [2/8] drop cast (integer AS public.color): function: public.color_of -> public.color_by
DROP CAST (integer AS public.color);

-- [3/8] drop cast (public.color AS integer): context: explicit -> assignment
DROP CAST (public.color AS integer);

-- [4/8] create cast (bigint AS public.color): method: function -> inout; function: public.color_big -> none; arguments: (bigint) -> none
CREATE CAST (bigint AS public.color) WITH INOUT AS ASSIGNMENT;

-- [5/8] create cast (integer AS public.color): function: public.color_of -> public.color_by
CREATE CAST (integer AS public.color) WITH FUNCTION public.color_by(integer);

-- [6/8] create cast (public.color AS integer): context: explicit -> assignment
CREATE CAST (public.color AS integer) WITH INOUT AS ASSIGNMENT;

-- [7/8] alter view public.v: query: SELECT (1)::public.color AS c -> SELECT CAST(1 AS color) AS c
SET LOCAL search_path = public;
CREATE OR REPLACE VIEW public.v AS
SELECT CAST(1 AS color) AS c;

-- [8/8] create comment on cast (integer AS public.color)
COMMENT ON CAST (integer AS public.color) IS 'stays';

COMMIT;

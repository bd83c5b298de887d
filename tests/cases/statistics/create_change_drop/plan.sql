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

-- [1/6] drop statistics public.gone
DROP STATISTICS public.gone;

-- [2/6] drop statistics public.kinds: kinds: mcv -> mcv, ndistinct
DROP STATISTICS public.kinds;

-- [3/6] create statistics public.added
SET LOCAL search_path = public;
CREATE STATISTICS public.added
    ON c, (a + b)
    FROM public.t;

-- [4/6] create statistics public.kinds: kinds: mcv -> mcv, ndistinct
CREATE STATISTICS public.kinds (mcv, ndistinct)
    ON a, b
    FROM public.t;

-- [5/6] alter statistics public.target: target: -1 -> 50
ALTER STATISTICS public.target SET STATISTICS 50;

-- [6/6] create comment on statistics public.added
COMMENT ON STATISTICS public.added IS 'new';

COMMIT;

-- 7 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/7] drop materialized view public.counted: uses materialized view public.mv, which is recreated
-- ! breaks-clients: queries wait until it is there again
DROP MATERIALIZED VIEW public.counted;

-- [2/7] drop materialized view public.mv: uses column public.t.id, which is altered
-- ! breaks-clients: queries wait until it is there again
DROP MATERIALIZED VIEW public.mv;

-- [3/7] alter column public.t.id: type: integer -> bigint
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;

-- [4/7] create materialized view public.mv: uses column public.t.id, which is altered
-- ! table-rewrite: runs the query of the materialized view again
SET LOCAL search_path = public;
CREATE MATERIALIZED VIEW public.mv AS
SELECT * FROM t
    WITH NO DATA;

-- [5/7] create owner of materialized view public.mv
ALTER MATERIALIZED VIEW public.mv OWNER TO app;

-- [6/7] create materialized view public.mv: its rows are those that its owner may see
REFRESH MATERIALIZED VIEW public.mv;

-- [7/7] create materialized view public.counted: uses materialized view public.mv, which is recreated
-- ! table-rewrite: runs the query of the materialized view again
CREATE MATERIALIZED VIEW public.counted AS
SELECT count(*) FROM mv;

COMMIT;

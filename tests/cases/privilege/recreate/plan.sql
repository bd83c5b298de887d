-- 11 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/11] drop view public.totals: uses column public.orders.total, which is altered
DROP VIEW public.totals;

-- [2/11] drop function public.twice(integer): returns: integer -> bigint
DROP FUNCTION public.twice(integer);

-- [3/11] create function public.twice(integer): returns: integer -> bigint
CREATE FUNCTION public.twice(a integer) RETURNS bigint
    LANGUAGE sql
    AS $$SELECT 2 * a$$;

-- [4/11] alter column public.orders.total: type: numeric -> numeric(12,2)
-- ! table-rewrite: writes public.orders and its indexes anew while nobody can use it
-- ! data-loss: not every numeric of public.orders.total is known to keep its value as numeric(12,2)
ALTER TABLE public.orders ALTER COLUMN total TYPE numeric(12,2);

-- [5/11] create view public.totals: uses column public.orders.total, which is altered
SET LOCAL search_path = public;
CREATE VIEW public.totals AS
SELECT id, total FROM orders;

-- [6/11] create owner of view public.totals
ALTER VIEW public.totals OWNER TO keeper;

-- [7/11] create privilege of app on function public.twice(integer)
GRANT ALL ON ROUTINE public.twice(integer) TO app;

-- [8/11] alter privilege of PUBLIC on function public.twice(integer): privileges: EXECUTE -> none
REVOKE ALL ON ROUTINE public.twice(integer) FROM PUBLIC;

-- [9/11] create privilege of reader on column public.totals.id
GRANT SELECT (id) ON TABLE public.totals TO reader;

-- [10/11] create privilege of app on view public.totals
GRANT SELECT ON TABLE public.totals TO app WITH GRANT OPTION;

-- [11/11] create privilege of PUBLIC on view public.totals
GRANT SELECT ON TABLE public.totals TO PUBLIC;

COMMIT;

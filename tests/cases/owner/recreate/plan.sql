-- 4 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/4] drop view public.totals: uses column public.orders.total, which is altered
DROP VIEW public.totals;

-- [2/4] alter column public.orders.total: type: numeric -> numeric(12,2)
-- ! table-rewrite: writes public.orders and its indexes anew while nobody can use it
-- ! data-loss: not every numeric of public.orders.total is known to keep its value as numeric(12,2)
ALTER TABLE public.orders ALTER COLUMN total TYPE numeric(12,2);

-- [3/4] create view public.totals: uses column public.orders.total, which is altered
SET LOCAL search_path = public;
CREATE VIEW public.totals AS
SELECT total FROM orders;

-- [4/4] create owner of view public.totals
ALTER VIEW public.totals OWNER TO app;

COMMIT;

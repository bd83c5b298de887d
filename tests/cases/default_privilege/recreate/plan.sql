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

-- [1/7] drop view public.declared: uses column public.orders.total, which is altered
DROP VIEW public.declared;

-- [2/7] drop view public.kept: uses column public.orders.total, which is altered
DROP VIEW public.kept;

-- [3/7] alter column public.orders.total: type: numeric -> numeric(12,2)
-- ! table-rewrite: writes public.orders and its indexes anew while nobody can use it
-- ! data-loss: not every numeric of public.orders.total is known to keep its value as numeric(12,2)
ALTER TABLE public.orders ALTER COLUMN total TYPE numeric(12,2);

-- [4/7] create view public.declared: uses column public.orders.total, which is altered
SET LOCAL search_path = public;
CREATE VIEW public.declared AS
SELECT total FROM orders;

-- [5/7] create view public.kept: uses column public.orders.total, which is altered
CREATE VIEW public.kept AS
SELECT total FROM orders;

-- [6/7] drop privilege of app on view public.kept: default privileges give it, and it is not declared
REVOKE SELECT ON TABLE public.kept FROM app;

-- [7/7] create privilege of reader on view public.kept
GRANT SELECT ON TABLE public.kept TO reader;

COMMIT;

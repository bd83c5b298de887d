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

-- [1/6] alter column public.items.tax: type: integer -> text; generated: ((price * 2)) stored -> none
ALTER TABLE public.items ALTER COLUMN tax DROP EXPRESSION;

-- [2/6] alter column public.items.tax: type: integer -> text; generated: ((price * 2)) stored -> none
-- ! table-rewrite: writes public.items and its indexes anew while nobody can use it
ALTER TABLE public.items ALTER COLUMN tax TYPE text;

-- [3/6] alter column public.orders.gross: generated: ((net + 1)) stored -> none
ALTER TABLE public.orders ALTER COLUMN gross DROP EXPRESSION;

-- [4/6] alter column public.orders.net: type: integer -> bigint
-- ! table-rewrite: writes public.orders and its indexes anew while nobody can use it
ALTER TABLE public.orders ALTER COLUMN net TYPE bigint;

-- [5/6] create default public.orders.gross
SET LOCAL search_path = public;
ALTER TABLE public.orders ALTER COLUMN gross SET DEFAULT 4;

-- [6/6] drop column public.items.price
-- ! data-loss: drops the column and its values
ALTER TABLE public.items DROP COLUMN price;

COMMIT;

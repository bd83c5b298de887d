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

-- [1/4] drop column public.goods.id
-- ! data-loss: drops the column and its values
ALTER TABLE public.goods DROP COLUMN id;

-- [2/4] create column public.orders.id
-- ! table-rewrite: writes public.orders anew: each row gets a value of its own
ALTER TABLE public.orders ADD COLUMN id integer GENERATED ALWAYS AS IDENTITY;

-- [3/4] drop table public.lines
-- ! data-loss: drops the table and its rows
DROP TABLE public.lines;

-- [4/4] create table public.items
CREATE TABLE public.items (
    id integer GENERATED ALWAYS AS IDENTITY,
    order_id integer
);

COMMIT;

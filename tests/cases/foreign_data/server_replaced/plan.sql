-- 12 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/12] drop view public.order_ids: uses column public.orders.id, which is recreated
DROP VIEW public.order_ids;

-- [2/12] create foreign-data wrapper f2
CREATE FOREIGN DATA WRAPPER f2;

-- [3/12] drop table public.orders: uses server remote, which is recreated
DROP FOREIGN TABLE public.orders;

-- [4/12] drop user mapping FOR PUBLIC SERVER remote: uses server remote, which is recreated
DROP USER MAPPING FOR PUBLIC SERVER remote;

-- [5/12] drop server remote: foreign data wrapper: f1 -> f2
DROP SERVER remote;

-- [6/12] drop foreign-data wrapper f1
DROP FOREIGN DATA WRAPPER f1;

-- [7/12] create server remote: foreign data wrapper: f1 -> f2
CREATE SERVER remote TYPE 'a' FOREIGN DATA WRAPPER f2;

-- [8/12] create user mapping FOR PUBLIC SERVER remote: uses server remote, which is recreated
-- holds what is not printed: schemadiff apply runs it
-- CREATE USER MAPPING FOR PUBLIC SERVER remote OPTIONS (password '(hidden)');

-- [9/12] create table public.orders: uses server remote, which is recreated
CREATE FOREIGN TABLE public.orders (
    id integer
)
SERVER remote OPTIONS (name 'o');

-- [10/12] create view public.order_ids: uses column public.orders.id, which is recreated
SET LOCAL search_path = public;
CREATE VIEW public.order_ids AS
SELECT id FROM orders;

-- [11/12] create comment on table public.orders
COMMENT ON FOREIGN TABLE public.orders IS 'of the other one';

-- [12/12] create privilege of PUBLIC on table public.orders
GRANT SELECT ON TABLE public.orders TO PUBLIC;

COMMIT;

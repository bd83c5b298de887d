-- 1 step; run with psql -v ON_ERROR_STOP=1

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

-- [1/1] alter column public.orders.id: identity: always, sequence public.orders_id_seq, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle -> non…
-- ! data-loss: drops the sequence of the identity column and forgets where it stands
ALTER TABLE public.orders ALTER COLUMN id DROP IDENTITY;

COMMIT;

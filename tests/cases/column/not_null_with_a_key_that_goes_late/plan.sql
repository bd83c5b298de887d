-- 3 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/3] drop table public.parts
-- ! data-loss: drops the table and its rows
DROP TABLE public.parts;

-- [2/3] drop constraint public.products.products_pkey
ALTER TABLE public.products DROP CONSTRAINT products_pkey;

-- [3/3] alter column public.products.id: not null: yes -> no
ALTER TABLE public.products ALTER COLUMN id DROP NOT NULL;

COMMIT;

-- 8 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/8] drop policy public.a.pa
DROP POLICY pa ON public.a;

-- [2/8] drop policy public.b.pb
DROP POLICY pb ON public.b;

-- [3/8] drop policy public.tenants.own
DROP POLICY own ON public.tenants;

-- [4/8] drop constraint public.users.users_tenant_fkey
ALTER TABLE public.users DROP CONSTRAINT users_tenant_fkey;

-- [5/8] drop column public.users.tenant
-- ! data-loss: drops the column and its values
ALTER TABLE public.users DROP COLUMN tenant;

-- [6/8] drop table public.a
-- ! data-loss: drops the table and its rows
DROP TABLE public.a;

-- [7/8] drop table public.b
-- ! data-loss: drops the table and its rows
DROP TABLE public.b;

-- [8/8] drop table public.tenants
-- ! data-loss: drops the table and its rows
DROP TABLE public.tenants;

COMMIT;

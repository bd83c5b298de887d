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

-- [1/7] alter column public.a.id: not null: yes -> no
ALTER TABLE public.a ALTER COLUMN id DROP NOT NULL;

-- [2/7] create column public.joins.u
ALTER TABLE public.joins ADD COLUMN u integer;

-- [3/7] alter table public.joins: inherits: public.a -> public.a, public.b
ALTER TABLE public.joins INHERIT public.b;

-- [4/7] alter column public.own.id: not null: yes -> no
ALTER TABLE public.own ALTER COLUMN id DROP NOT NULL;

-- [5/7] alter column public.own_joins.id: not null: yes -> no
ALTER TABLE public.own_joins ALTER COLUMN id DROP NOT NULL;

-- [6/7] create column public.own_joins.u
ALTER TABLE public.own_joins ADD COLUMN u integer;

-- [7/7] alter table public.own_joins: inherits: public.a -> public.a, public.b
ALTER TABLE public.own_joins INHERIT public.b;

COMMIT;

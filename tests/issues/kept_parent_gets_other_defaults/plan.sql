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

-- [1/7] alter table public.leaves: inherits: public.a, public.b -> public.a
-- ! breaks-clients: queries of public.b no longer see its rows
ALTER TABLE public.leaves NO INHERIT public.b;

-- [2/7] alter column public.a.id: not null: yes -> no
ALTER TABLE public.a ALTER COLUMN id DROP NOT NULL;

-- [3/7] create column public.joins.u
ALTER TABLE public.joins ADD COLUMN u integer;

-- [4/7] alter table public.joins: inherits: public.a -> public.a, public.b
ALTER TABLE public.joins INHERIT public.b;

-- [5/7] create default public.a.v
SET LOCAL search_path = public;
ALTER TABLE public.a ALTER COLUMN v SET DEFAULT 1;

-- [6/7] alter default public.a.w: default: 2 -> 3
ALTER TABLE public.a ALTER COLUMN w SET DEFAULT 3;

-- [7/7] alter default public.joins.v: default: 1 -> 7
ALTER TABLE public.joins ALTER COLUMN v SET DEFAULT 7;

COMMIT;

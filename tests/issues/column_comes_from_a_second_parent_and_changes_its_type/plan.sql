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

-- [1/8] alter column public.p.i: type: integer -> bigint
-- ! table-rewrite: writes public.p and its indexes anew while nobody can use it
SET LOCAL search_path = DEFAULT;
ALTER TABLE public.p ALTER COLUMN i TYPE bigint;

-- [2/8] create column public.b.i
SET LOCAL search_path = public;
ALTER TABLE public.b ADD COLUMN i bigint DEFAULT f(1);

-- [3/8] alter column public.q.i: type: integer -> bigint
-- ! table-rewrite: writes public.q and its indexes anew while nobody can use it
ALTER TABLE public.q ALTER COLUMN i TYPE bigint;

-- [4/8] alter default public.c.i: default: public.f(1) -> 1
ALTER TABLE public.c ALTER COLUMN i SET DEFAULT 1;

-- [5/8] create constraint public.b.bix
-- ! full-scan: reads all of public.b while nobody can use it
ALTER TABLE public.b ADD CONSTRAINT bix CHECK (f(i::int) > 0);

-- [6/8] drop column public.a.t
-- ! data-loss: drops the column and its values
ALTER TABLE ONLY public.a DROP COLUMN t;

-- [7/8] alter column public.c.t: not null: yes -> no
ALTER TABLE public.c ALTER COLUMN t DROP NOT NULL;

-- [8/8] drop column public.a.t
-- ! data-loss: drops the column of public.b and its values
ALTER TABLE ONLY public.b DROP COLUMN t;

COMMIT;

-- 11 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/11] drop constraint public.q.q_pkey
ALTER TABLE public.q DROP CONSTRAINT q_pkey;

-- [2/11] create table public.r
SET LOCAL search_path = public;
CREATE TABLE public.r PARTITION OF public.t (
    b NOT NULL
)
FOR VALUES IN (3);

-- [3/11] alter column public.p.b: not null: yes -> no
ALTER TABLE public.p ALTER COLUMN b DROP NOT NULL;

-- [4/11] alter column public.q.e: not null: yes -> no
ALTER TABLE public.q ALTER COLUMN e DROP NOT NULL;

-- [5/11] alter column public.q.f: storage: none -> EXTERNAL
ALTER TABLE public.q ALTER COLUMN f SET STORAGE EXTERNAL;

-- [6/11] create column public.r.f
ALTER TABLE public.r ALTER COLUMN f SET STORAGE EXTERNAL;

-- [7/11] alter column public.t.c: statistics target: -1 -> 10
ALTER TABLE ONLY public.t ALTER COLUMN c SET STATISTICS 10;

-- [8/11] alter column public.p.c: statistics target: 50 -> -1
ALTER TABLE public.p ALTER COLUMN c SET STATISTICS -1;

-- [9/11] create column public.r.c
ALTER TABLE public.r ALTER COLUMN c SET STATISTICS 70;

-- [10/11] alter column public.t.d: not null: yes -> no
ALTER TABLE public.t ALTER COLUMN d DROP NOT NULL;

-- [11/11] alter column public.p.d: not null: no -> yes
-- ! full-scan: reads all of public.p while nobody can use it; fails if there is a NULL
ALTER TABLE public.p ALTER COLUMN d SET NOT NULL;

COMMIT;

-- 10 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/10] drop constraint public.f.f_x_y_fkey: uses constraint public.p.p_pkey, which is recreated
ALTER TABLE public.f DROP CONSTRAINT f_x_y_fkey;

-- [2/10] drop constraint public.p.p_pkey: uses column public.p.a, which is altered
ALTER TABLE public.p DROP CONSTRAINT p_pkey;

-- [3/10] alter column public.f.x: type: integer -> bigint
-- ! table-rewrite: writes public.f and its indexes anew while nobody can use it
ALTER TABLE public.f ALTER COLUMN x TYPE bigint;

-- [4/10] alter table public.p: a: type: integer -> bigint; n: type: integer -> bigint
-- ! table-rewrite: writes public.p and its indexes anew while nobody can use it
ALTER TABLE public.p
    ALTER COLUMN a DROP NOT NULL,
    ALTER COLUMN a TYPE bigint,
    ALTER COLUMN a SET NOT NULL,
    ALTER COLUMN n TYPE bigint;

-- [5/10] alter column public.p.c: type: character varying(10) -> character varying(20)
ALTER TABLE public.p
    ALTER COLUMN c DROP NOT NULL,
    ALTER COLUMN c TYPE character varying(20),
    ALTER COLUMN c SET NOT NULL;

-- [6/10] alter column public.q.a: type: integer -> bigint; not null: yes -> no
ALTER TABLE public.q ALTER COLUMN a DROP NOT NULL;

-- [7/10] alter column public.q.a: type: integer -> bigint; not null: yes -> no
-- ! table-rewrite: writes public.q and its indexes anew while nobody can use it
ALTER TABLE public.q ALTER COLUMN a TYPE bigint;

-- [8/10] alter column public.q.s: type: character varying(5) -> character varying(7)
-- ! full-scan: reads all of public.q while nobody can use it; fails if there is a NULL
ALTER TABLE public.q
    ALTER COLUMN s DROP NOT NULL,
    ALTER COLUMN s TYPE character varying(7),
    ALTER COLUMN s SET NOT NULL;

-- [9/10] create constraint public.p.p_pkey: uses column public.p.a, which is altered
-- ! blocking-index-build: nobody can use public.p while its index is built
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY (a, b);

-- [10/10] create constraint public.f.f_x_y_fkey: uses constraint public.p.p_pkey, which is recreated
-- ! full-scan: reads all of public.f while nobody can write to it
ALTER TABLE public.f ADD CONSTRAINT f_x_y_fkey FOREIGN KEY (x, y) REFERENCES public.p (a, b);

COMMIT;

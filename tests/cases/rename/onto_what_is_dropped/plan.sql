-- 16 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/16] rename enum public.mood_old: makes way for what gets its name
ALTER TYPE public.mood RENAME TO mood_old;

-- [2/16] rename table public.a_old: makes way for what gets its name
ALTER TABLE public.a RENAME TO a_old;

-- [3/16] rename table public.a: renamed from public.b
-- ! breaks-clients: whoever says public.b fails from here on
ALTER TABLE public.b RENAME TO a;

-- [4/16] rename table public.mood: renamed from public.moods
-- ! breaks-clients: whoever says public.moods fails from here on
ALTER TABLE public.moods RENAME TO mood;

-- [5/16] rename function public.f_old(): makes way for what gets its name
ALTER ROUTINE public.f() RENAME TO f_old;

-- [6/16] rename function public.f(): renamed from public.g()
-- ! breaks-clients: whoever says public.g() fails from here on
ALTER ROUTINE public.g() RENAME TO f;

-- [7/16] rename index public.i_old: makes way for what gets its name
ALTER INDEX public.i RENAME TO i_old;

-- [8/16] rename index public.i: renamed from public.j
ALTER INDEX public.j RENAME TO i;

-- [9/16] rename column public.t.a_old: makes way for what gets its name
ALTER TABLE public.t RENAME COLUMN a TO a_old;

-- [10/16] rename column public.t.a: renamed from b
-- ! breaks-clients: whoever says b fails from here on
ALTER TABLE public.t RENAME COLUMN b TO a;

-- [11/16] rename constraint public.a_old.a_key_1: renamed from a_key
ALTER TABLE public.a_old RENAME CONSTRAINT a_key TO a_key_1;

-- [12/16] rename constraint public.a.a_key: renamed from b_key
ALTER TABLE public.a RENAME CONSTRAINT b_key TO a_key;

-- [13/16] drop function public.f_old()
DROP FUNCTION public.f_old();

-- [14/16] drop column public.t.a_old
-- ! data-loss: drops the column and its values
ALTER TABLE public.t DROP COLUMN a_old;

-- [15/16] drop table public.a_old
-- ! data-loss: drops the table and its rows
DROP TABLE public.a_old;

-- [16/16] drop enum public.mood_old
DROP TYPE public.mood_old;

COMMIT;

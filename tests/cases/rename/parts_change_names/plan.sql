-- 25 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/25] rename domain public.dd: renamed from public.d
-- ! breaks-clients: whoever says public.d fails from here on
ALTER DOMAIN public.d RENAME TO dd;

-- [2/25] rename sequence public.q1: renamed from public.q2
-- ! breaks-clients: whoever says public.q2 fails from here on
ALTER SEQUENCE public.q2 RENAME TO q1_new;

-- [3/25] rename sequence public.q2: renamed from public.q1
-- ! breaks-clients: whoever says public.q1 fails from here on
ALTER SEQUENCE public.q1 RENAME TO q2;

-- [4/25] rename sequence public.q1: renamed from public.q2
ALTER SEQUENCE public.q1_new RENAME TO q1;

-- [5/25] rename statistics public.s1: renamed from public.s2
ALTER STATISTICS public.s2 RENAME TO s1_new;

-- [6/25] rename statistics public.s2: renamed from public.s1
ALTER STATISTICS public.s1 RENAME TO s2;

-- [7/25] rename statistics public.s1: renamed from public.s2
ALTER STATISTICS public.s1_new RENAME TO s1;

-- [8/25] rename domain constraint public.dd.d1: renamed from d2
ALTER DOMAIN public.dd RENAME CONSTRAINT d2 TO d1_new;

-- [9/25] rename domain constraint public.dd.d2: renamed from d1
ALTER DOMAIN public.dd RENAME CONSTRAINT d1 TO d2;

-- [10/25] rename domain constraint public.dd.d1: renamed from d2
ALTER DOMAIN public.dd RENAME CONSTRAINT d1_new TO d1;

-- [11/25] rename composite type public.comp: renamed from y
-- ! breaks-clients: whoever says y fails from here on
ALTER TYPE public.comp RENAME ATTRIBUTE y TO x_new;

-- [12/25] rename composite type public.comp: renamed from x
-- ! breaks-clients: whoever says x fails from here on
ALTER TYPE public.comp RENAME ATTRIBUTE x TO y;

-- [13/25] rename composite type public.comp: renamed from y
ALTER TYPE public.comp RENAME ATTRIBUTE x_new TO x;

-- [14/25] rename view public.v: renamed from two
-- ! breaks-clients: whoever says two fails from here on
ALTER VIEW public.v RENAME COLUMN two TO one_new;

-- [15/25] rename view public.v: renamed from one
-- ! breaks-clients: whoever says one fails from here on
ALTER VIEW public.v RENAME COLUMN one TO two;

-- [16/25] rename view public.v: renamed from two
ALTER VIEW public.v RENAME COLUMN one_new TO one;

-- [17/25] rename constraint public.t.c1: renamed from c2
ALTER TABLE public.t RENAME CONSTRAINT c2 TO c1_new;

-- [18/25] rename constraint public.t.c2: renamed from c1
ALTER TABLE public.t RENAME CONSTRAINT c1 TO c2;

-- [19/25] rename constraint public.t.c1: renamed from c2
ALTER TABLE public.t RENAME CONSTRAINT c1_new TO c1;

-- [20/25] rename trigger public.t.t1: renamed from t2
ALTER TRIGGER t2 ON public.t RENAME TO t1_new;

-- [21/25] rename trigger public.t.t2: renamed from t1
ALTER TRIGGER t1 ON public.t RENAME TO t2;

-- [22/25] rename trigger public.t.t1: renamed from t2
ALTER TRIGGER t1_new ON public.t RENAME TO t1;

-- [23/25] rename policy public.t.p1: renamed from p2
ALTER POLICY p2 ON public.t RENAME TO p1_new;

-- [24/25] rename policy public.t.p2: renamed from p1
ALTER POLICY p1 ON public.t RENAME TO p2;

-- [25/25] rename policy public.t.p1: renamed from p2
ALTER POLICY p1_new ON public.t RENAME TO p1;

COMMIT;

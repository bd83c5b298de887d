-- 27 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/27] rename schema s: renamed from s_new
-- ! breaks-clients: whoever says s_new fails from here on
ALTER SCHEMA s_new RENAME TO s_new1;

-- [2/27] rename schema s_new: renamed from s
-- ! breaks-clients: whoever says s fails from here on
ALTER SCHEMA s RENAME TO s_new;

-- [3/27] rename schema s: renamed from s_new
ALTER SCHEMA s_new1 RENAME TO s;

-- [4/27] rename table public.a: renamed from public.a_new
-- ! breaks-clients: whoever says public.a_new fails from here on
ALTER TABLE public.a_new RENAME TO a_new1;

-- [5/27] rename table public.a_new: renamed from public.a
-- ! breaks-clients: whoever says public.a fails from here on
ALTER TABLE public.a RENAME TO a_new;

-- [6/27] rename table public.a: renamed from public.a_new
ALTER TABLE public.a_new1 RENAME TO a;

-- [7/27] rename view public.v: renamed from public.v_new
-- ! breaks-clients: whoever says public.v_new fails from here on
ALTER VIEW public.v_new RENAME TO v_new1;

-- [8/27] rename view public.v_new: renamed from public.v
-- ! breaks-clients: whoever says public.v fails from here on
ALTER VIEW public.v RENAME TO v_new;

-- [9/27] rename view public.v: renamed from public.v_new
ALTER VIEW public.v_new1 RENAME TO v;

-- [10/27] rename enum public.e: renamed from 'p_new'
-- ! breaks-clients: whoever says 'p_new' fails from here on
ALTER TYPE public.e RENAME VALUE 'p_new' TO 'p_new1';

-- [11/27] rename enum public.e: renamed from 'p'
-- ! breaks-clients: whoever says 'p' fails from here on
ALTER TYPE public.e RENAME VALUE 'p' TO 'p_new';

-- [12/27] rename enum public.e: renamed from 'p_new'
ALTER TYPE public.e RENAME VALUE 'p_new1' TO 'p';

-- [13/27] rename enum public.e: renamed from 'r'
-- ! breaks-clients: whoever says 'r' fails from here on
ALTER TYPE public.e RENAME VALUE 'r' TO 'q_new1';

-- [14/27] rename enum public.e: renamed from 'q'
-- ! breaks-clients: whoever says 'q' fails from here on
ALTER TYPE public.e RENAME VALUE 'q' TO 'r';

-- [15/27] rename enum public.e: renamed from 'r'
ALTER TYPE public.e RENAME VALUE 'q_new1' TO 'q';

-- [16/27] rename column public.c.x: renamed from x_new
-- ! breaks-clients: whoever says x_new fails from here on
ALTER TABLE public.c RENAME COLUMN x_new TO x_new1;

-- [17/27] rename column public.c.x_new: renamed from x
-- ! breaks-clients: whoever says x fails from here on
ALTER TABLE public.c RENAME COLUMN x TO x_new;

-- [18/27] rename column public.c.x: renamed from x_new
ALTER TABLE public.c RENAME COLUMN x_new1 TO x;

-- [19/27] rename column public.c.y: renamed from z
-- ! breaks-clients: whoever says z fails from here on
ALTER TABLE public.c RENAME COLUMN z TO y_new1;

-- [20/27] rename column public.c.z: renamed from y
-- ! breaks-clients: whoever says y fails from here on
ALTER TABLE public.c RENAME COLUMN y TO z;

-- [21/27] rename column public.c.y: renamed from z
ALTER TABLE public.c RENAME COLUMN y_new1 TO y;

-- [22/27] rename composite type public.ct: renamed from m_new
-- ! breaks-clients: whoever says m_new fails from here on
ALTER TYPE public.ct RENAME ATTRIBUTE m_new TO m_new1;

-- [23/27] rename composite type public.ct: renamed from m
-- ! breaks-clients: whoever says m fails from here on
ALTER TYPE public.ct RENAME ATTRIBUTE m TO m_new;

-- [24/27] rename composite type public.ct: renamed from m_new
ALTER TYPE public.ct RENAME ATTRIBUTE m_new1 TO m;

-- [25/27] rename composite type public.ct: renamed from o
-- ! breaks-clients: whoever says o fails from here on
ALTER TYPE public.ct RENAME ATTRIBUTE o TO n_new1;

-- [26/27] rename composite type public.ct: renamed from n
-- ! breaks-clients: whoever says n fails from here on
ALTER TYPE public.ct RENAME ATTRIBUTE n TO o;

-- [27/27] rename composite type public.ct: renamed from o
ALTER TYPE public.ct RENAME ATTRIBUTE n_new1 TO n;

COMMIT;

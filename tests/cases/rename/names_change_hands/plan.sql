-- 19 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/19] rename schema p: renamed from q
-- ! breaks-clients: whoever says q fails from here on
ALTER SCHEMA q RENAME TO p_new;

-- [2/19] rename schema q: renamed from p
-- ! breaks-clients: whoever says p fails from here on
ALTER SCHEMA p RENAME TO q;

-- [3/19] rename schema p: renamed from q
ALTER SCHEMA p_new RENAME TO p;

-- [4/19] rename table public.a: renamed from public.b
-- ! breaks-clients: whoever says public.b fails from here on
ALTER TABLE public.b RENAME TO a_new;

-- [5/19] rename table public.b: renamed from public.a
-- ! breaks-clients: whoever says public.a fails from here on
ALTER TABLE public.a RENAME TO b;

-- [6/19] rename table public.a: renamed from public.b
ALTER TABLE public.a_new RENAME TO a;

-- [7/19] rename index public.a_i: renamed from public.b_i
ALTER INDEX public.b_i RENAME TO a_i_new;

-- [8/19] rename index public.b_i: renamed from public.a_i
ALTER INDEX public.a_i RENAME TO b_i;

-- [9/19] rename index public.a_i: renamed from public.b_i
ALTER INDEX public.a_i_new RENAME TO a_i;

-- [10/19] rename enum public.e: renamed from 'y'
-- ! breaks-clients: whoever says 'y' fails from here on
ALTER TYPE public.e RENAME VALUE 'y' TO 'x_new';

-- [11/19] rename enum public.e: renamed from 'x'
-- ! breaks-clients: whoever says 'x' fails from here on
ALTER TYPE public.e RENAME VALUE 'x' TO 'y';

-- [12/19] rename enum public.e: renamed from 'y'
ALTER TYPE public.e RENAME VALUE 'x_new' TO 'x';

-- [13/19] rename column public.ring.one: renamed from three
-- ! breaks-clients: whoever says three fails from here on
ALTER TABLE public.ring RENAME COLUMN three TO one_new;

-- [14/19] rename column public.ring.three: renamed from two
-- ! breaks-clients: whoever says two fails from here on
ALTER TABLE public.ring RENAME COLUMN two TO three;

-- [15/19] rename column public.ring.two: renamed from one
-- ! breaks-clients: whoever says one fails from here on
ALTER TABLE public.ring RENAME COLUMN one TO two;

-- [16/19] rename column public.ring.one: renamed from three
ALTER TABLE public.ring RENAME COLUMN one_new TO one;

-- [17/19] rename constraint public.a.a_key: renamed from b_key
ALTER TABLE public.a RENAME CONSTRAINT b_key TO a_key_new;

-- [18/19] rename constraint public.b.b_key: renamed from a_key
ALTER TABLE public.b RENAME CONSTRAINT a_key TO b_key;

-- [19/19] rename constraint public.a.a_key: renamed from b_key
ALTER TABLE public.a RENAME CONSTRAINT a_key_new TO a_key;

COMMIT;

-- 14 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/14] alter table public.bottom: inherits: public.middle -> none
-- ! breaks-clients: queries of public.middle no longer see its rows
ALTER TABLE public.bottom NO INHERIT public.middle;

-- [2/14] alter table public.middle: inherits: public.top -> none
-- ! breaks-clients: queries of public.top no longer see its rows
ALTER TABLE public.middle NO INHERIT public.top;

-- [3/14] alter table public.second_only: inherits: public.p, public.q -> public.q
-- ! breaks-clients: queries of public.p no longer see its rows
ALTER TABLE public.second_only NO INHERIT public.p;

-- [4/14] drop constraint public.second_only.positive
ALTER TABLE public.second_only DROP CONSTRAINT positive;

-- [5/14] alter table public.top: inherits: none -> public.middle
ALTER TABLE public.top INHERIT public.middle;

-- [6/14] alter table public.turned: inherits: public.p, public.q -> public.q, public.p
ALTER TABLE public.turned NO INHERIT public.p;

-- [7/14] drop constraint public.p.positive: check: (a > 0) -> a > 1
ALTER TABLE ONLY public.p DROP CONSTRAINT positive;

-- [8/14] drop constraint public.p.positive: check: (a > 0) -> a > 1
ALTER TABLE public.one_more DROP CONSTRAINT positive;

-- [9/14] drop constraint public.turned.positive: check: (a > 0) -> a > 1
ALTER TABLE public.turned DROP CONSTRAINT positive;

-- [10/14] create column public.one_more.b
ALTER TABLE public.one_more ADD COLUMN b integer;

-- [11/14] create constraint public.p.positive: check: (a > 0) -> a > 1
-- ! full-scan: reads all of public.p while nobody can use it
SET LOCAL search_path = public;
ALTER TABLE public.p ADD CONSTRAINT positive CHECK (a > 1);

-- [12/14] alter table public.one_more: inherits: public.p -> public.p, public.q
ALTER TABLE public.one_more INHERIT public.q;

-- [13/14] create constraint public.turned.positive: check: (a > 0) -> a > 1
-- ! full-scan: reads all of public.turned while nobody can use it
ALTER TABLE public.turned ADD CONSTRAINT positive CHECK (a > 1);

-- [14/14] alter table public.turned: inherits: public.p, public.q -> public.q, public.p
ALTER TABLE public.turned INHERIT public.p;

COMMIT;

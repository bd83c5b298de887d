-- 9 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/9] alter composite type public.person: attributes: id integer, name text -> id integer, name text, born date
ALTER TYPE public.person ADD ATTRIBUTE born date CASCADE;

-- [2/9] alter column public.p.a: not null constraint: p_a_not_null -> aa
ALTER TABLE public.p ALTER COLUMN a DROP NOT NULL;

-- [3/9] alter column public.p.a: not null constraint: p_a_not_null -> aa
-- ! full-scan: reads all of public.p while nobody can use it; fails if there is a NULL
ALTER TABLE public.p ADD CONSTRAINT aa NOT NULL a;

-- [4/9] alter column public.people.id: not null constraint: before -> after
ALTER TABLE public.people ALTER COLUMN id DROP NOT NULL;

-- [5/9] alter column public.people.id: not null constraint: before -> after
-- ! full-scan: reads all of public.people while nobody can use it; fails if there is a NULL
ALTER TABLE public.people ADD CONSTRAINT after NOT NULL id;

-- [6/9] create column public.people.born: attributes: id integer, name text -> id integer, name text, born date
-- ! breaks-clients: fails if public.people has rows
ALTER TABLE public.people ADD CONSTRAINT bb NOT NULL born;

-- [7/9] create comment on constraint public.u.u_id_not_null
COMMENT ON CONSTRAINT u_id_not_null ON public.u IS 'of the key';

-- [8/9] drop column public.freed.a
-- ! data-loss: drops the column and its values
ALTER TABLE public.freed DROP COLUMN a;

-- [9/9] alter column public.freed.b: not null: no -> yes
-- ! full-scan: reads all of public.freed while nobody can use it; fails if there is a NULL
ALTER TABLE public.freed ADD CONSTRAINT nn NOT NULL b;

COMMIT;

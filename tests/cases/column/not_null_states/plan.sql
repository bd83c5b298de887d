-- 5 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/5] alter column public.t.a: not null constraint: a_there -> a_is_there
ALTER TABLE public.t RENAME CONSTRAINT a_there TO a_is_there;

-- [2/5] alter column public.t.b: not null: no -> yes; not null constraint: of any name -> b_there NO INHERIT
-- ! full-scan: reads all of public.t while nobody can use it; fails if there is a NULL
ALTER TABLE public.t ADD CONSTRAINT b_there NOT NULL b NO INHERIT;

-- [3/5] alter column public.t.c: not null constraint: t_c_not_null -> c_there NOT VALID
ALTER TABLE public.t ALTER COLUMN c DROP NOT NULL;

-- [4/5] alter column public.t.c: not null constraint: t_c_not_null -> c_there NOT VALID
ALTER TABLE public.t ADD CONSTRAINT c_there NOT NULL c NOT VALID;

-- [5/5] alter column public.t.d: not null constraint: d_there NOT VALID -> d_there
-- ! full-scan: reads all of public.t; fails if there is a NULL
ALTER TABLE public.t VALIDATE CONSTRAINT d_there;

COMMIT;

-- 12 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/12] create table public.created
CREATE TABLE public.created (
    x integer CONSTRAINT x_given NOT NULL,
    y integer NOT NULL
);

-- [2/12] alter column public.copied.a: not null constraint: t_a_not_null -> a_given
ALTER TABLE public.copied RENAME CONSTRAINT t_a_not_null TO a_given;

-- [3/12] alter column public.copied.b: not null constraint: b_given -> b_renamed
ALTER TABLE public.copied RENAME CONSTRAINT b_given TO b_renamed;

-- [4/12] alter column public.copied.c: not null: no -> yes
-- ! full-scan: reads all of public.copied while nobody can use it; fails if there is a NULL
ALTER TABLE public.copied ADD CONSTRAINT c_given NOT NULL c;

-- [5/12] create column public.copied.e
-- ! breaks-clients: fails if public.copied has rows: the column is NOT NULL and has no default
ALTER TABLE public.copied ADD COLUMN e integer CONSTRAINT e_given NOT NULL;

-- [6/12] alter column public.t.a: not null constraint: t_a_not_null -> a_given
ALTER TABLE public.t RENAME CONSTRAINT t_a_not_null TO a_given;

-- [7/12] alter column public.t.b: not null constraint: b_given -> b_renamed
ALTER TABLE public.t RENAME CONSTRAINT b_given TO b_renamed;

-- [8/12] alter column public.t.c: not null: no -> yes
-- ! full-scan: reads all of public.t while nobody can use it; fails if there is a NULL
ALTER TABLE public.t ADD CONSTRAINT c_given NOT NULL c;

-- [9/12] create column public.t.e
SET LOCAL search_path = public;
ALTER TABLE public.t ADD COLUMN e integer DEFAULT 1 CONSTRAINT e_given NOT NULL;

-- [10/12] create comment on constraint public.created.x_given
COMMENT ON CONSTRAINT x_given ON public.created IS 'created';

-- [11/12] alter comment on constraint public.t.d_given: text: before -> after
COMMENT ON CONSTRAINT d_given ON public.t IS 'after';

-- [12/12] create comment on constraint public.t.e_given
COMMENT ON CONSTRAINT e_given ON public.t IS 'new';

COMMIT;

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

-- [1/9] create table public.copied
CREATE TABLE public.copied (
    id integer CONSTRAINT t_id_not_null NOT NULL,
    a integer CONSTRAINT a_given NOT NULL,
    b integer CONSTRAINT b_renamed NOT NULL,
    c integer CONSTRAINT c_given NOT NULL,
    d integer CONSTRAINT d_given NOT NULL,
    e integer CONSTRAINT e_given NOT NULL
);

-- [2/9] create table public.created
CREATE TABLE public.created (
    x integer CONSTRAINT x_given NOT NULL,
    y integer NOT NULL
);

-- [3/9] alter column public.t.a: not null constraint: t_a_not_null -> a_given
ALTER TABLE public.t RENAME CONSTRAINT t_a_not_null TO a_given;

-- [4/9] alter column public.t.b: not null constraint: b_given -> b_renamed
ALTER TABLE public.t RENAME CONSTRAINT b_given TO b_renamed;

-- [5/9] alter column public.t.c: not null: no -> yes
-- ! full-scan: reads all of public.t while nobody can use it; fails if there is a NULL
ALTER TABLE public.t ADD CONSTRAINT c_given NOT NULL c;

-- [6/9] create column public.t.e
SET LOCAL search_path = public;
ALTER TABLE public.t ADD COLUMN e integer DEFAULT 1 CONSTRAINT e_given NOT NULL;

-- [7/9] create comment on constraint public.created.x_given
COMMENT ON CONSTRAINT x_given ON public.created IS 'created';

-- [8/9] alter comment on constraint public.t.d_given: text: before -> after
COMMENT ON CONSTRAINT d_given ON public.t IS 'after';

-- [9/9] create comment on constraint public.t.e_given
COMMENT ON CONSTRAINT e_given ON public.t IS 'new';

COMMIT;

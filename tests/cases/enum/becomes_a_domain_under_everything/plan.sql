-- 23 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/23] drop view public.v: uses column public.t.c, which is altered
DROP VIEW public.v;

-- [2/23] drop constraint public.f.f_s_fkey: compares values of a type that is replaced
ALTER TABLE public.f DROP CONSTRAINT f_s_fkey;

-- [3/23] drop function public.ff(public.st): uses enum public.st, which is replaced
DROP FUNCTION public.ff(public.st);

-- [4/23] drop function public.fp(public.st): uses enum public.st, which is replaced
DROP FUNCTION public.fp(public.st);

-- [5/23] drop domain constraint public.st2.st2_check: check: (VALUE <> 'z'::public.st) -> value <> 'z'
ALTER DOMAIN public.st2 DROP CONSTRAINT st2_check;

-- [6/23] alter domain public.st2: is made of what is replaced
ALTER DOMAIN public.st2 RENAME TO st2_old;

-- [7/23] alter composite type public.comp: is made of what is replaced
ALTER TYPE public.comp RENAME TO comp_old;

-- [8/23] drop column public.t.g: uses enum public.st, which is replaced
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.t DROP COLUMN g;

-- [9/23] alter domain public.st
ALTER TYPE public.st RENAME TO st_old;

-- [10/23] alter domain public.st
CREATE DOMAIN public.st AS text;

-- [11/23] alter domain public.st
-- ! table-rewrite: writes public.f and its indexes anew while nobody can use it
ALTER TABLE public.f ALTER COLUMN s TYPE public.st USING s::text::public.st;

-- [12/23] alter domain public.st2: is made of what is replaced
SET LOCAL search_path = public;
CREATE DOMAIN public.st2 AS public.st
    CONSTRAINT st2_check CHECK (value <> 'z');

-- [13/23] alter composite type public.comp: is made of what is replaced
CREATE TYPE public.comp AS (
    a public.st,
    b integer
);

-- [14/23] alter composite type public.comp: is made of what is replaced
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t
    ALTER COLUMN c TYPE public.comp USING c::text::public.comp,
    ALTER COLUMN ca TYPE public.comp[] USING ca::text[]::public.comp[],
    ALTER COLUMN s TYPE public.st USING s::text::public.st,
    ALTER COLUMN s2 TYPE public.st2 USING s2::text::public.st2;

-- [15/23] alter domain public.st2: is made of what is replaced
DROP DOMAIN public.st2_old;

-- [16/23] alter composite type public.comp: is made of what is replaced
DROP TYPE public.comp_old;

-- [17/23] alter domain public.st
DROP TYPE public.st_old;

-- [18/23] create function public.ff(public.st): uses enum public.st, which is replaced
CREATE FUNCTION public.ff(public.st) RETURNS SETOF public.st
    LANGUAGE sql
RETURN $1;

-- [19/23] create function public.fp(public.st): uses enum public.st, which is replaced
CREATE FUNCTION public.fp(x public.st DEFAULT 'a') RETURNS text
    LANGUAGE plpgsql
    AS $$begin return x; end$$;

-- [20/23] create column public.t.g: uses enum public.st, which is replaced
-- ! table-rewrite: writes public.t anew: each row gets a value of its own
ALTER TABLE public.t ADD COLUMN g public.st GENERATED ALWAYS AS ('a') STORED;

-- [21/23] create constraint public.f.f_s_fkey: compares values of a type that is replaced
-- ! full-scan: reads all of public.f while nobody can write to it
ALTER TABLE public.f ADD CONSTRAINT f_s_fkey FOREIGN KEY (s) REFERENCES public.t (s);

-- [22/23] create view public.v: uses column public.t.c, which is altered
CREATE VIEW public.v AS
SELECT s, (c).a, ff(s) AS f FROM t;

-- [23/23] create comment on domain public.st
COMMENT ON DOMAIN public.st IS 'states';

COMMIT;

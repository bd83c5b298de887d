-- 22 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/22] drop view public.v: uses column public.t.c, which is altered
DROP VIEW public.v;

-- [2/22] drop constraint public.f.f_s_fkey: compares values of a type that is replaced
ALTER TABLE public.f DROP CONSTRAINT f_s_fkey;

-- [3/22] drop function public.ff(public.st): uses enum public.st, which is replaced
DROP FUNCTION public.ff(public.st);

-- [4/22] drop function public.fp(public.st): arguments: x public.st DEFAULT 'a'::public.st -> x public.st DEFAULT 'a'
DROP FUNCTION public.fp(public.st);

-- [5/22] drop domain constraint public.st2.st2_check: uses enum public.st, which is replaced
ALTER DOMAIN public.st2 DROP CONSTRAINT st2_check;

-- [6/22] alter domain public.st2: is made of what is replaced
ALTER DOMAIN public.st2 RENAME TO st2_old;

-- [7/22] alter composite type public.comp: is made of what is replaced
ALTER TYPE public.comp RENAME TO comp_old;

-- [8/22] drop column public.t.g: generated: ('a'::public.st) stored -> ('a') stored
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.t DROP COLUMN g;

-- [9/22] alter domain public.st
ALTER TYPE public.st RENAME TO st_old;

-- [10/22] alter domain public.st
CREATE DOMAIN public.st AS text;

-- [11/22] alter domain public.st
-- ! table-rewrite: writes public.f and its indexes anew while nobody can use it
ALTER TABLE public.f ALTER COLUMN s TYPE public.st USING s::text::public.st;

-- [12/22] alter domain public.st2: is made of what is replaced
SET LOCAL search_path = public;
CREATE DOMAIN public.st2 AS public.st
    CONSTRAINT st2_check CHECK (value <> 'z');

-- [13/22] alter composite type public.comp: is made of what is replaced
CREATE TYPE public.comp AS (
    a public.st,
    b integer
);

-- [14/22] alter table public.t: is made of what is replaced; g: generated: ('a'::public.st) stored -> ('a') stored
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t
    ALTER COLUMN c TYPE public.comp USING c::text::public.comp,
    ALTER COLUMN ca TYPE public.comp[] USING ca::text[]::public.comp[],
    ALTER COLUMN s TYPE public.st USING s::text::public.st,
    ALTER COLUMN s2 TYPE public.st2 USING s2::text::public.st2,
    ADD COLUMN g public.st GENERATED ALWAYS AS ('a') STORED;

-- [15/22] alter domain public.st2: is made of what is replaced
DROP DOMAIN public.st2_old;

-- [16/22] alter composite type public.comp: is made of what is replaced
DROP TYPE public.comp_old;

-- [17/22] alter domain public.st
DROP TYPE public.st_old;

-- [18/22] create function public.ff(public.st): uses enum public.st, which is replaced
CREATE FUNCTION public.ff(public.st) RETURNS SETOF public.st
    LANGUAGE sql
RETURN $1;

-- [19/22] create function public.fp(public.st): arguments: x public.st DEFAULT 'a'::public.st -> x public.st DEFAULT 'a'
CREATE FUNCTION public.fp(x public.st DEFAULT 'a') RETURNS text
    LANGUAGE plpgsql
    AS $$begin return x; end$$;

-- [20/22] create constraint public.f.f_s_fkey: compares values of a type that is replaced
-- ! full-scan: reads all of public.f while nobody can write to it
ALTER TABLE public.f ADD CONSTRAINT f_s_fkey FOREIGN KEY (s) REFERENCES public.t (s);

-- [21/22] create view public.v: uses column public.t.c, which is altered
CREATE VIEW public.v AS
SELECT s, (c).a, ff(s) AS f FROM t;

-- [22/22] create comment on domain public.st
COMMENT ON DOMAIN public.st IS 'states';

COMMIT;

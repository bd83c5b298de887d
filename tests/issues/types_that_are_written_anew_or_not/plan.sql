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

-- [1/14] alter column public.t.a: type: text -> public.citext
ALTER TABLE public.t ALTER COLUMN a TYPE public.citext;

-- [2/14] alter column public.t.b: type: character varying -> public.citext
ALTER TABLE public.t ALTER COLUMN b TYPE public.citext;

-- [3/14] alter column public.t.c: type: public.citext -> text
ALTER TABLE public.t ALTER COLUMN c TYPE text;

-- [4/14] alter column public.t.d: type: integer -> oid
ALTER TABLE public.t ALTER COLUMN d TYPE oid;

-- [5/14] alter column public.t.e: type: oid -> regclass
ALTER TABLE public.t ALTER COLUMN e TYPE regclass;

-- [6/14] alter column public.t.f: type: regclass -> oid
ALTER TABLE public.t ALTER COLUMN f TYPE oid;

-- [7/14] alter column public.t.g: type: xml -> text
ALTER TABLE public.t ALTER COLUMN g TYPE text;

-- [8/14] alter table public.t: h: type: text[] -> character varying[]; i: type: character varying(10)[] -> character varying(20)[]; j: type: bit(3) -> bit varying…
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t
    ALTER COLUMN h TYPE character varying[],
    ALTER COLUMN i TYPE character varying(20)[],
    ALTER COLUMN j TYPE bit varying(5);

-- [9/14] alter column public.t.k: type: integer -> oid
-- ! blocking-index-build: builds the indexes over public.t.k anew; nobody can use public.t meanwhile
ALTER TABLE public.t ALTER COLUMN k TYPE oid;

-- [10/14] alter table public.u: a: type: public.dv -> character varying(10); e: type: text -> public.dc
-- ! table-rewrite: writes public.u and its indexes anew while nobody can use it
ALTER TABLE public.u
    ALTER COLUMN a TYPE character varying(10),
    ALTER COLUMN e TYPE public.dc;

-- [11/14] alter column public.u.b: type: public.dc -> public.dt
ALTER TABLE public.u ALTER COLUMN b TYPE public.dt;

-- [12/14] alter column public.u.c: type: text -> public.dt
ALTER TABLE public.u ALTER COLUMN c TYPE public.dt;

-- [13/14] alter column public.u.d: type: character varying(5) -> public.dv
ALTER TABLE public.u ALTER COLUMN d TYPE public.dv;

-- [14/14] alter table public.u: f: type: character varying -> public.dv; g: type: text[] -> public.dt[]
-- ! table-rewrite: writes public.u and its indexes anew while nobody can use it
-- ! data-loss: not every character varying of public.u.f is known to keep its value as public.dv
-- ! data-loss: not every text[] of public.u.g is known to keep its value as public.dt[]
ALTER TABLE public.u
    ALTER COLUMN f TYPE public.dv,
    ALTER COLUMN g TYPE public.dt[] USING g::public.dt[];

COMMIT;

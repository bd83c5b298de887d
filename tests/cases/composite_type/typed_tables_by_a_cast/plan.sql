-- 8 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/8] drop view public.v: uses column public.t.b, which is altered
DROP VIEW public.v;

-- [2/8] alter composite type public.comp: attributes: a integer, b text -> a integer, b integer
ALTER TABLE public.t NOT OF;

-- [3/8] alter composite type public.comp: attributes: a integer, b text -> a integer, b integer
ALTER TYPE public.comp RENAME TO comp_old;

-- [4/8] alter composite type public.comp: attributes: a integer, b text -> a integer, b integer
CREATE TYPE public.comp AS (
    a integer,
    b integer
);

-- [5/8] alter column public.t.b: type: text -> integer
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
-- ! data-loss: not every text of public.t.b is known to keep its value as integer
ALTER TABLE public.t ALTER COLUMN b TYPE integer USING b::integer;

-- [6/8] alter composite type public.comp: attributes: a integer, b text -> a integer, b integer
ALTER TABLE public.t OF public.comp;

-- [7/8] alter composite type public.comp: attributes: a integer, b text -> a integer, b integer
DROP TYPE public.comp_old;

-- [8/8] create view public.v: uses column public.t.b, which is altered
SET LOCAL search_path = public;
CREATE VIEW public.v AS
SELECT * FROM t;

COMMIT;

-- 11 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/11] alter composite type public.ty: attributes: a bigint -> a integer, b text
-- ! table-rewrite: writes public.stays and its indexes anew while nobody can use it
-- ! data-loss: not every bigint of public.ty.a is known to keep its value as integer in public.stays
ALTER TYPE public.ty ALTER ATTRIBUTE a TYPE integer CASCADE;

-- [2/11] alter composite type public.ty: attributes: a bigint -> a integer, b text
ALTER TYPE public.ty ADD ATTRIBUTE b text CASCADE;

-- [3/11] alter table public.changes: of type: public.tz -> public.ty
ALTER TABLE public.changes NOT OF;

-- [4/11] alter table public.joins: of type: public.tz -> none
ALTER TABLE public.joins NOT OF;

-- [5/11] alter table public.leaves: of type: none -> public.ty
ALTER TABLE public.leaves OF public.ty;

-- [6/11] alter column public.changes.a: type: bigint -> integer
-- ! table-rewrite: writes public.changes and its indexes anew while nobody can use it
-- ! data-loss: not every bigint of public.changes.a is known to keep its value as integer
ALTER TABLE public.changes ALTER COLUMN a TYPE integer;

-- [7/11] alter column public.joins.a: type: bigint -> integer
-- ! table-rewrite: writes public.joins and its indexes anew while nobody can use it
-- ! data-loss: not every bigint of public.joins.a is known to keep its value as integer
ALTER TABLE public.joins ALTER COLUMN a TYPE integer;

-- [8/11] create column public.joins.x
ALTER TABLE public.joins ADD COLUMN x integer;

-- [9/11] drop column public.changes.c
-- ! data-loss: drops the column and its values
ALTER TABLE public.changes DROP COLUMN c;

-- [10/11] alter table public.changes: of type: public.tz -> public.ty
ALTER TABLE public.changes OF public.ty;

-- [11/11] drop column public.joins.c
-- ! data-loss: drops the column and its values
ALTER TABLE public.joins DROP COLUMN c;

COMMIT;

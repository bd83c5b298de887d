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

-- [1/11] alter table public.changes: of type: public.ty -> public.tz
ALTER TABLE public.changes NOT OF;

-- [2/11] alter table public.leaves: of type: public.ty -> none
ALTER TABLE public.leaves NOT OF;

-- [3/11] alter composite type public.ty: attributes: a integer, b text -> a bigint
-- ! data-loss: drops the column b and its values in public.stays
ALTER TYPE public.ty DROP ATTRIBUTE b CASCADE;

-- [4/11] alter composite type public.ty: attributes: a integer, b text -> a bigint
-- ! table-rewrite: writes public.stays and its indexes anew while nobody can use it
ALTER TYPE public.ty ALTER ATTRIBUTE a TYPE bigint CASCADE;

-- [5/11] alter column public.changes.a: type: integer -> bigint
-- ! table-rewrite: writes public.changes and its indexes anew while nobody can use it
ALTER TABLE public.changes ALTER COLUMN a TYPE bigint;

-- [6/11] create column public.changes.c
ALTER TABLE public.changes ADD COLUMN c integer;

-- [7/11] alter table public.changes: of type: public.ty -> public.tz
ALTER TABLE public.changes OF public.tz;

-- [8/11] alter column public.joins.a: type: integer -> bigint
-- ! table-rewrite: writes public.joins and its indexes anew while nobody can use it
ALTER TABLE public.joins ALTER COLUMN a TYPE bigint;

-- [9/11] create column public.joins.c
ALTER TABLE public.joins ADD COLUMN c integer;

-- [10/11] drop column public.joins.x
-- ! data-loss: drops the column and its values
ALTER TABLE public.joins DROP COLUMN x;

-- [11/11] alter table public.joins: of type: none -> public.tz
ALTER TABLE public.joins OF public.tz;

COMMIT;

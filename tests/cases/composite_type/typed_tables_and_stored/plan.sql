-- 7 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/7] alter composite type public.comp: attributes: a integer, b text -> a bigint, b text
ALTER TABLE public.t NOT OF;

-- [2/7] alter composite type public.comp: attributes: a integer, b text -> a bigint, b text
ALTER TYPE public.comp RENAME TO comp_old;

-- [3/7] alter composite type public.comp: attributes: a integer, b text -> a bigint, b text
CREATE TYPE public.comp AS (
    a bigint,
    b text
);

-- [4/7] alter composite type public.comp: attributes: a integer, b text -> a bigint, b text
-- ! table-rewrite: writes public.u and its indexes anew while nobody can use it
ALTER TABLE public.u ALTER COLUMN x TYPE public.comp USING x::text::public.comp;

-- [5/7] alter column public.t.a: type: integer -> bigint
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

-- [6/7] alter composite type public.comp: attributes: a integer, b text -> a bigint, b text
ALTER TABLE public.t OF public.comp;

-- [7/7] alter composite type public.comp: attributes: a integer, b text -> a bigint, b text
DROP TYPE public.comp_old;

COMMIT;

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

-- [1/5] alter table public.t: a: type: integer -> bigint; f: type: smallint[] -> integer[]
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t
    ALTER COLUMN a TYPE bigint,
    ALTER COLUMN f TYPE integer[];

-- [2/5] alter column public.t.b: type: character varying(10) -> character varying(20)
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(20);

-- [3/5] alter column public.t.c: type: numeric(8,2) -> numeric(10,2)
ALTER TABLE public.t ALTER COLUMN c TYPE numeric(10,2);

-- [4/5] alter column public.t.d: type: timestamp(0) without time zone -> timestamp without time zone
ALTER TABLE public.t ALTER COLUMN d TYPE timestamp without time zone;

-- [5/5] alter column public.t.e: type: character varying(10) -> text
ALTER TABLE public.t ALTER COLUMN e TYPE text;

COMMIT;

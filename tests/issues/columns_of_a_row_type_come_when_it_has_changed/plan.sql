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

-- [1/5] create column public.t.b
SET LOCAL search_path = public;
ALTER TABLE public.t ADD COLUMN b integer DEFAULT 5 NOT NULL;

-- [2/5] create composite type public.ct
CREATE TYPE public.ct AS (
    y public.t
);

-- [3/5] create table public.u
CREATE TABLE public.u (
    x public.ct
);

-- [4/5] alter column public.z.id: type: integer -> bigint
-- ! table-rewrite: writes public.z and its indexes anew while nobody can use it
ALTER TABLE public.z ALTER COLUMN id TYPE bigint;

-- [5/5] create table public.b
CREATE TABLE public.b (
    id integer,
    r public.z,
    rs public.z[]
);

COMMIT;

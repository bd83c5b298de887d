-- 6 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/6] alter enum public.e: labels: a, b -> b, a
ALTER TYPE public.e RENAME TO e_old;

-- [2/6] alter enum public.e: labels: a, b -> b, a
CREATE TYPE public.e AS ENUM (
    'b',
    'a'
);

-- [3/6] create domain public.comes
CREATE DOMAIN public.comes AS public.e;

-- [4/6] alter table public.t: k: type: public.gone -> public.e; l: type: public.e -> public.comes
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t
    ALTER COLUMN k TYPE public.e USING k::text::public.e,
    ALTER COLUMN l TYPE public.comes USING l::text::public.comes;

-- [5/6] drop domain public.gone
DROP DOMAIN public.gone;

-- [6/6] alter enum public.e: labels: a, b -> b, a
DROP TYPE public.e_old;

COMMIT;

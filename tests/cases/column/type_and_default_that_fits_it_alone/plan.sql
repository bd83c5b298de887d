-- 3 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/3] alter column public.t.level: type: character varying(255) -> integer
ALTER TABLE public.t ALTER COLUMN level DROP DEFAULT;

-- [2/3] alter column public.t.level: type: character varying(255) -> integer
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
-- ! data-loss: not every character varying(255) of public.t.level is known to keep its value as integer
ALTER TABLE public.t ALTER COLUMN level TYPE integer USING level::integer;

-- [3/3] alter default public.t.level: default: 'SOMETHING'::character varying -> 0
SET LOCAL search_path = public;
ALTER TABLE public.t ALTER COLUMN level SET DEFAULT 0;

COMMIT;

-- 2 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/2] alter column public.p.b: not null: yes -> no
ALTER TABLE public.p ALTER COLUMN b DROP NOT NULL;

-- [2/2] alter column public.p1.b: not null: no -> yes
-- ! full-scan: reads all of public.p1 while nobody can use it; fails if there is a NULL
ALTER TABLE public.p1 ADD CONSTRAINT b1 NOT NULL b;

COMMIT;

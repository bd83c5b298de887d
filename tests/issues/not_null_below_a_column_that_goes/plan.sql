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

-- [1/2] drop column public.p.k
-- ! data-loss: drops the column and its values
ALTER TABLE ONLY public.p ALTER COLUMN k DROP NOT NULL, DROP COLUMN k;

-- [2/2] alter column public.a.k: not null: yes -> no
ALTER TABLE public.a ALTER COLUMN k DROP NOT NULL;

COMMIT;

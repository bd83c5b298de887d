-- 4 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/4] drop constraint public.a.a_b_fkey
ALTER TABLE public.a DROP CONSTRAINT a_b_fkey;

-- [2/4] drop constraint public.b.b_a_fkey
ALTER TABLE public.b DROP CONSTRAINT b_a_fkey;

-- [3/4] drop column public.a.b_id
-- ! data-loss: drops the column and its values
ALTER TABLE public.a DROP COLUMN b_id;

-- [4/4] drop table public.b
-- ! data-loss: drops the table and its rows
DROP TABLE public.b;

COMMIT;

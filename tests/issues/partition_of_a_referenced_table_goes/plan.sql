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

-- [1/2] drop table public.p_b
-- ! full-scan: fails if rows that reference the table are without theirs then
ALTER TABLE public.p DETACH PARTITION public.p_b;

-- [2/2] drop table public.p_b
-- ! data-loss: drops the partition and its rows
DROP TABLE public.p_b;

COMMIT;

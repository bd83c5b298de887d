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

-- [1/5] drop constraint public.stays.stays_id_fkey
ALTER TABLE public.stays DROP CONSTRAINT stays_id_fkey;

-- [2/5] alter table public.and_earlier: persistence: permanent -> unlogged
-- ! table-rewrite: writes public.and_earlier anew while nobody can use it
-- ! data-loss: after a crash the table is empty
ALTER TABLE public.and_earlier SET UNLOGGED;

-- [3/5] alter table public.becomes_logged: persistence: unlogged -> permanent
-- ! table-rewrite: writes public.becomes_logged anew while nobody can use it
ALTER TABLE public.becomes_logged SET LOGGED;

-- [4/5] alter table public.and_before_it: persistence: unlogged -> permanent
-- ! table-rewrite: writes public.and_before_it anew while nobody can use it
ALTER TABLE public.and_before_it SET LOGGED;

-- [5/5] alter table public.becomes_unlogged: persistence: permanent -> unlogged
-- ! table-rewrite: writes public.becomes_unlogged anew while nobody can use it
-- ! data-loss: after a crash the table is empty
ALTER TABLE public.becomes_unlogged SET UNLOGGED;

COMMIT;

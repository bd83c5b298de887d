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

-- [1/7] drop policy public.t.p
DROP POLICY p ON public.t;

-- [2/7] drop index public.ti
DROP INDEX public.ti;

-- [3/7] drop constraint public.t.t_check
ALTER TABLE public.t DROP CONSTRAINT t_check;

-- [4/7] drop function public.f(public.t)
DROP FUNCTION public.f(public.t);

-- [5/7] drop table public.counted
-- ! data-loss: drops the table and its rows
DROP TABLE public.counted;

-- [6/7] drop function public.many()
DROP FUNCTION public.many();

-- [7/7] drop table public.t
-- ! data-loss: drops the table and its rows
DROP TABLE public.t;

COMMIT;

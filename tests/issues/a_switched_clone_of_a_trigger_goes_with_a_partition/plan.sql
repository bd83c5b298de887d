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

-- [1/6] drop trigger public.p.tr
DROP TRIGGER tr ON public.p;

-- [2/6] drop function public.tf()
DROP FUNCTION public.tf();

-- [3/6] alter table public.p2
SET LOCAL search_path = DEFAULT;
ALTER TABLE public.p DETACH PARTITION public.p2;

-- [4/6] create table public.pd
SET LOCAL search_path = public;
CREATE TABLE public.pd PARTITION OF public.p
DEFAULT;

-- [5/6] alter table public.p2
-- ! table-rewrite: copies all rows of public.p2 while nobody can use it; fails, and nothing is changed, if a row fits no partition
SET LOCAL search_path = DEFAULT;
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.p (id, d)
        SELECT id, d FROM public.p2;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.p2) THEN
        RAISE EXCEPTION 'only % rows of public.p2 went over to public.p', moved;
    END IF;
END
$$;

-- [6/6] drop table public.p2
DROP TABLE public.p2;

COMMIT;

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

-- [1/5] alter table public.t_2025
ALTER TABLE public.t DETACH PARTITION public.t_2025;

-- [2/5] create table public.t_2025_h1
SET LOCAL search_path = public;
CREATE TABLE public.t_2025_h1 PARTITION OF public.t
FOR VALUES FROM ('2025-01-01') TO ('2025-07-01');

-- [3/5] create table public.t_2025_h2
CREATE TABLE public.t_2025_h2 PARTITION OF public.t
FOR VALUES FROM ('2025-07-01') TO ('2026-01-01');

-- [4/5] alter table public.t_2025
-- ! table-rewrite: copies all rows of public.t_2025 while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.t (day, n)
        SELECT day, n FROM public.t_2025;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.t_2025) THEN
        RAISE EXCEPTION 'only % rows of public.t_2025 went over to public.t', moved;
    END IF;
END
$$;

-- [5/5] drop table public.t_2025
DROP TABLE public.t_2025;

COMMIT;

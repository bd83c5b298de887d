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

-- [1/5] alter table public.p: partition key: none -> LIST (moved)
ALTER TABLE public.p RENAME TO p_old;

-- [2/5] create table public.p: partition key: none -> LIST (moved)
CREATE TABLE public.p (
    moved integer
)
PARTITION BY LIST (moved);

-- [3/5] create table public.pd
SET LOCAL search_path = public;
CREATE TABLE public.pd PARTITION OF public.p
DEFAULT;

-- [4/5] alter table public.p: partition key: none -> LIST (moved)
-- ! table-rewrite: copies all rows of public.p while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
#variable_conflict use_column
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.p (moved)
        SELECT moved FROM public.p_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.p_old) THEN
        RAISE EXCEPTION 'only % rows of public.p_old went over to public.p', moved;
    END IF;
END
$$;

-- [5/5] drop table public.p: partition key: none -> LIST (moved)
DROP TABLE public.p_old;

COMMIT;

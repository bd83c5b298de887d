-- 8 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/8] alter table public.e: partition key: RANGE (a) -> LIST (b)
ALTER TABLE public.e RENAME TO e_old;

-- [2/8] create table public.e: partition key: RANGE (a) -> LIST (b)
CREATE TABLE public.e (
    a integer,
    b text
)
PARTITION BY LIST (b);

-- [3/8] create table public.e_rest
SET LOCAL search_path = public;
CREATE TABLE public.e_rest PARTITION OF public.e
DEFAULT;

-- [4/8] create table public.e_x
CREATE TABLE public.e_x PARTITION OF public.e
FOR VALUES IN ('x');

-- [5/8] alter table public.e: partition key: RANGE (a) -> LIST (b)
-- ! table-rewrite: copies all rows of public.e while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.e (a, b)
        SELECT a, b FROM public.e_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.e_old) THEN
        RAISE EXCEPTION 'only % rows of public.e_old went over to public.e', moved;
    END IF;
END
$$;

-- [6/8] drop table public.e1
DROP TABLE public.e1;

-- [7/8] drop table public.e2
DROP TABLE public.e2;

-- [8/8] drop table public.e: partition key: RANGE (a) -> LIST (b)
DROP TABLE public.e_old;

COMMIT;

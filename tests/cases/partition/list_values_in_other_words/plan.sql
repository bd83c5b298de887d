-- 12 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/12] alter table public.a_few
ALTER TABLE public.words DETACH PARTITION public.a_few;

-- [2/12] alter table public.first_day
ALTER TABLE public.days DETACH PARTITION public.first_day;

-- [3/12] create table public.new_year
SET LOCAL search_path = public;
CREATE TABLE public.new_year PARTITION OF public.days
FOR VALUES IN (DATE '2024-1-1');

-- [4/12] alter table public.first_day
-- ! table-rewrite: copies all rows of public.first_day while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.days (d, n)
        SELECT d, n FROM public.first_day;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.first_day) THEN
        RAISE EXCEPTION 'only % rows of public.first_day went over to public.days', moved;
    END IF;
END
$$;

-- [5/12] alter table public.one
ALTER TABLE public.numbers DETACH PARTITION public.one;

-- [6/12] create table public.others
CREATE TABLE public.others PARTITION OF public.words
FOR VALUES IN (NULL, 'a'::text);

-- [7/12] alter table public.a_few
-- ! table-rewrite: copies all rows of public.a_few while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.words (w)
        SELECT w FROM public.a_few;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.a_few) THEN
        RAISE EXCEPTION 'only % rows of public.a_few went over to public.words', moved;
    END IF;
END
$$;

-- [8/12] create table public.unity
CREATE TABLE public.unity PARTITION OF public.numbers
FOR VALUES IN (1);

-- [9/12] alter table public.one
-- ! table-rewrite: copies all rows of public.one while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.numbers (n)
        SELECT n FROM public.one;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.one) THEN
        RAISE EXCEPTION 'only % rows of public.one went over to public.numbers', moved;
    END IF;
END
$$;

-- [10/12] drop table public.a_few
DROP TABLE public.a_few;

-- [11/12] drop table public.first_day
DROP TABLE public.first_day;

-- [12/12] drop table public.one
DROP TABLE public.one;

COMMIT;

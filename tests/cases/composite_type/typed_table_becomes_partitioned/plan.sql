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

-- [1/6] alter composite type public.person: attributes: id integer, name text -> id integer, name text, m integer
ALTER TYPE public.person ADD ATTRIBUTE m integer CASCADE;

-- [2/6] alter table public.people: partition key: none -> RANGE (id)
ALTER TABLE public.people RENAME TO people_old;

-- [3/6] create table public.people: partition key: none -> RANGE (id)
CREATE TABLE public.people OF public.person
PARTITION BY RANGE (id);

-- [4/6] create table public.people1
SET LOCAL search_path = public;
CREATE TABLE public.people1 PARTITION OF public.people
FOR VALUES FROM (1) TO (10);

-- [5/6] alter table public.people: partition key: none -> RANGE (id)
-- ! table-rewrite: copies all rows of public.people while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.people (id, name)
        SELECT id, name FROM public.people_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.people_old) THEN
        RAISE EXCEPTION 'only % rows of public.people_old went over to public.people', moved;
    END IF;
END
$$;

-- [6/6] drop table public.people: partition key: none -> RANGE (id)
DROP TABLE public.people_old;

COMMIT;

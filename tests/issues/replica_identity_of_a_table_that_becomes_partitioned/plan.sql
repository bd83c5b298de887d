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

-- [1/7] alter table public.t: partition key: none -> LIST (k)
ALTER TABLE public.t RENAME TO t_old;

-- [2/7] create table public.t: partition key: none -> LIST (k)
CREATE TABLE public.t (
    id integer NOT NULL,
    k text NOT NULL
)
PARTITION BY LIST (k);

-- [3/7] create table public.ta
SET LOCAL search_path = public;
CREATE TABLE public.ta PARTITION OF public.t
FOR VALUES IN ('a');

-- [4/7] alter table public.t: partition key: none -> LIST (k)
-- ! table-rewrite: copies all rows of public.t while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.t (id, k)
        SELECT id, k FROM public.t_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.t_old) THEN
        RAISE EXCEPTION 'only % rows of public.t_old went over to public.t', moved;
    END IF;
END
$$;

-- [5/7] drop table public.t: partition key: none -> LIST (k)
DROP TABLE public.t_old;

-- [6/7] create index public.ui
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE UNIQUE INDEX ui ON public.t (id, k);

-- [7/7] alter table public.t: partition key: none -> LIST (k)
ALTER TABLE public.t REPLICA IDENTITY USING INDEX ui;

COMMIT;

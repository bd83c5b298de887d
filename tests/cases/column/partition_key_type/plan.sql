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

-- [1/8] alter table public.t: the type of a column that it is partitioned by changes
ALTER TABLE public.t RENAME TO t_old;

-- [2/8] alter table public.t1: a partition of table public.t, which is made anew
ALTER TABLE public.t1 RENAME TO t1_old;

-- [3/8] create table public.t: the type of a column that it is partitioned by changes
CREATE TABLE public.t (
    a bigint NOT NULL,
    b text
)
PARTITION BY RANGE (a);

-- [4/8] create table public.t1: a partition of table public.t, which is made anew
SET LOCAL search_path = public;
CREATE TABLE public.t1 PARTITION OF public.t
FOR VALUES FROM (0) TO (10);

-- [5/8] alter table public.t: the type of a column that it is partitioned by changes
-- ! table-rewrite: copies all rows of public.t while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.t (a, b)
        SELECT a, b FROM public.t_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.t_old) THEN
        RAISE EXCEPTION 'only % rows of public.t_old went over to public.t', moved;
    END IF;
END
$$;

-- [6/8] drop table public.t1: a partition of table public.t, which is made anew
DROP TABLE public.t1_old;

-- [7/8] drop table public.t: the type of a column that it is partitioned by changes
DROP TABLE public.t_old;

-- [8/8] create constraint public.t.t_pkey
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a);

COMMIT;

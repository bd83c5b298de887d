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

-- [1/8] alter table public.p: partition key: RANGE (d) -> LIST (k)
ALTER TABLE public.p RENAME TO p_old;

-- [2/8] create table public.p: partition key: RANGE (d) -> LIST (k)
CREATE TABLE public.p (
    id integer NOT NULL,
    k text,
    d date
)
PARTITION BY LIST (k);

-- [3/8] alter table public.p1: partition of: public.p FOR VALUES FROM ('2024-01-01') TO ('2024-02-01') -> public.p FOR VALUES IN ('a', NULL)
ALTER TABLE public.p1 RENAME TO p1_old;

-- [4/8] create table public.p1: partition of: public.p FOR VALUES FROM ('2024-01-01') TO ('2024-02-01') -> public.p FOR VALUES IN ('a', NULL)
SET LOCAL search_path = public;
CREATE TABLE public.p1 PARTITION OF public.p
FOR VALUES IN ('a', NULL);

-- [5/8] alter table public.p: partition key: RANGE (d) -> LIST (k)
-- ! table-rewrite: copies all rows of public.p while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.p (id, k, d)
        SELECT id, k, d FROM public.p_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.p_old) THEN
        RAISE EXCEPTION 'only % rows of public.p_old went over to public.p', moved;
    END IF;
END
$$;

-- [6/8] drop table public.q
-- ! data-loss: drops the table and its rows
DROP TABLE public.q;

-- [7/8] drop table public.p1: partition of: public.p FOR VALUES FROM ('2024-01-01') TO ('2024-02-01') -> public.p FOR VALUES IN ('a', NULL)
DROP TABLE public.p1_old;

-- [8/8] drop table public.p: partition key: RANGE (d) -> LIST (k)
DROP TABLE public.p_old;

COMMIT;

-- 13 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/13] alter table public.t: partition key: RANGE (a) -> LIST (b)
ALTER TABLE public.t RENAME TO t_old;

-- [2/13] create table public.t: partition key: RANGE (a) -> LIST (b)
CREATE TABLE public.t (
    a integer NOT NULL,
    b text NOT NULL
)
PARTITION BY LIST (b);

-- [3/13] alter table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES IN ('x')
ALTER TABLE public.t1 RENAME TO t1_old;

-- [4/13] create table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES IN ('x')
SET LOCAL search_path = public;
CREATE TABLE public.t1 PARTITION OF public.t
FOR VALUES IN ('x');

-- [5/13] alter table public.t2: partition of: public.t FOR VALUES FROM (10) TO (20) -> public.t DEFAULT
ALTER TABLE public.t2 RENAME TO t2_old;

-- [6/13] create table public.t2: partition of: public.t FOR VALUES FROM (10) TO (20) -> public.t DEFAULT
CREATE TABLE public.t2 PARTITION OF public.t
DEFAULT;

-- [7/13] alter table public.t: partition key: RANGE (a) -> LIST (b)
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

-- [8/13] create comment on table public.t2
COMMENT ON TABLE public.t2 IS 'The second';

-- [9/13] drop table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES IN ('x')
DROP TABLE public.t1_old;

-- [10/13] drop table public.t2: partition of: public.t FOR VALUES FROM (10) TO (20) -> public.t DEFAULT
DROP TABLE public.t2_old;

-- [11/13] drop table public.t: partition key: RANGE (a) -> LIST (b)
DROP TABLE public.t_old;

-- [12/13] create index public.t2_b: uses table public.t2, which is recreated
-- ! blocking-index-build: nobody can write to public.t2 while it is built
CREATE INDEX t2_b ON public.t2 (b);

-- [13/13] create index public.t_a
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX t_a ON public.t (a);

COMMIT;

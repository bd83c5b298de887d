-- 10 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/10] alter table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES FROM (0) TO (5)
ALTER TABLE public.t DETACH PARTITION public.t1;

-- [2/10] alter table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES FROM (0) TO (5)
ALTER TABLE public.t1 RENAME TO t1_old;

-- [3/10] alter table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES FROM (0) TO (5)
DO $$
DECLARE
    index record;
BEGIN
    FOR index IN SELECT indexrelid AS number, indexrelid::regclass AS name FROM pg_index
            WHERE indrelid = 'public.t1_old'::regclass OR indrelid IN (SELECT relid FROM pg_partition_tree('public.t1_old'::regclass)) LOOP
        EXECUTE format('ALTER INDEX %s RENAME TO schemadiff_%s', index.name, index.number);
    END LOOP;
END
$$;

-- [4/10] create table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES FROM (0) TO (5)
-- ! blocking-index-build: nobody can use public.t1 while its index is built
CREATE TABLE public.t1 (
    LIKE public.t INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION,
    CONSTRAINT t1_pkey PRIMARY KEY (a)
);

-- [5/10] alter table public.t2: partition of: public.t FOR VALUES FROM (10) TO (20) -> public.t FOR VALUES FROM (5) TO (20)
ALTER TABLE public.t DETACH PARTITION public.t2;

-- [6/10] alter table public.t2: partition of: public.t FOR VALUES FROM (10) TO (20) -> public.t FOR VALUES FROM (5) TO (20)
-- ! full-scan: reads all of public.t2 to see that its rows fit the bounds
SET LOCAL search_path = public;
ALTER TABLE public.t ATTACH PARTITION public.t2 FOR VALUES FROM (5) TO (20);

-- [7/10] create index public.t1_b_idx: uses table public.t1, which is recreated
-- ! blocking-index-build: nobody can write to public.t1 while it is built
CREATE INDEX t1_b_idx ON public.t1 (b);

-- [8/10] create table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES FROM (0) TO (5)
-- ! full-scan: reads all of public.t1 to see that its rows fit the bounds
ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES FROM (0) TO (5);

-- [9/10] alter table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES FROM (0) TO (5)
-- ! table-rewrite: copies all rows of public.t1 while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.t (a, b)
        SELECT a, b FROM public.t1_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.t1_old) THEN
        RAISE EXCEPTION 'only % rows of public.t1_old went over to public.t', moved;
    END IF;
END
$$;

-- [10/10] drop table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES FROM (0) TO (5)
DROP TABLE public.t1_old;

COMMIT;

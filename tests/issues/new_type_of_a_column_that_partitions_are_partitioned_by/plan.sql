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

-- [1/10] alter table public.things_1: the type of a column that it is partitioned by changes
ALTER TABLE public.things DETACH PARTITION public.things_1;

-- [2/10] alter table public.things_1: the type of a column that it is partitioned by changes
ALTER TABLE public.things_1 RENAME TO things_1_old;

-- [3/10] alter table public.things_1: the type of a column that it is partitioned by changes
DO $$
DECLARE
    index record;
BEGIN
    FOR index IN SELECT indexrelid AS number, indexrelid::regclass AS name FROM pg_index
            WHERE indrelid = 'public.things_1_old'::regclass OR indrelid IN (SELECT relid FROM pg_partition_tree('public.things_1_old'::regclass)) LOOP
        EXECUTE format('ALTER INDEX %s RENAME TO schemadiff_%s', index.name, index.number);
    END LOOP;
END
$$;

-- [4/10] alter table public.things_1_1: a partition of table public.things_1, which is made anew
ALTER TABLE public.things_1_1 RENAME TO things_1_1_old;

-- [5/10] alter column public.things.n: type: integer -> bigint
-- ! table-rewrite: writes public.things and its indexes anew while nobody can use it
ALTER TABLE public.things ALTER COLUMN n TYPE bigint;

-- [6/10] create table public.things_1: the type of a column that it is partitioned by changes
SET LOCAL search_path = public;
CREATE TABLE public.things_1 PARTITION OF public.things
FOR VALUES FROM (1) TO (5)
PARTITION BY RANGE (n);

-- [7/10] create table public.things_1_1: a partition of table public.things_1, which is made anew
CREATE TABLE public.things_1_1 PARTITION OF public.things_1
FOR VALUES FROM (1) TO (5);

-- [8/10] alter table public.things_1: the type of a column that it is partitioned by changes
-- ! table-rewrite: copies all rows of public.things_1 while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.things_1 (id, n)
        SELECT id, n FROM public.things_1_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.things_1_old) THEN
        RAISE EXCEPTION 'only % rows of public.things_1_old went over to public.things_1', moved;
    END IF;
END
$$;

-- [9/10] drop table public.things_1_1: a partition of table public.things_1, which is made anew
DROP TABLE public.things_1_1_old;

-- [10/10] drop table public.things_1: the type of a column that it is partitioned by changes
DROP TABLE public.things_1_old;

COMMIT;

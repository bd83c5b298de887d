-- 11 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/11] drop constraint public.u.u_a_fkey: points to rows of table public.t, which change their partition
ALTER TABLE public.u DROP CONSTRAINT u_a_fkey;

-- [2/11] alter table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES FROM (0) TO (5)
ALTER TABLE public.t DETACH PARTITION public.t1;

-- [3/11] alter table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES FROM (0) TO (5)
ALTER TABLE public.t1 RENAME TO t1_old;

-- [4/11] alter table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES FROM (0) TO (5)
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

-- [5/11] alter table public.t2: partition of: public.t FOR VALUES FROM (10) TO (20) -> public.t FOR VALUES FROM (5) TO (20)
ALTER TABLE public.t DETACH PARTITION public.t2;

-- [6/11] create table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES FROM (0) TO (5)
SET LOCAL search_path = public;
CREATE TABLE public.t1 PARTITION OF public.t
FOR VALUES FROM (0) TO (5);

-- [7/11] alter table public.t2: partition of: public.t FOR VALUES FROM (10) TO (20) -> public.t FOR VALUES FROM (5) TO (20)
-- ! full-scan: reads all of public.t2 to see that its rows fit the bounds
ALTER TABLE public.t ATTACH PARTITION public.t2 FOR VALUES FROM (5) TO (20);

-- [8/11] alter table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES FROM (0) TO (5)
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

-- [9/11] create constraint public.u.u_a_fkey: points to rows of table public.t, which change their partition
-- ! full-scan: reads all of public.u while nobody can write to it
ALTER TABLE public.u ADD CONSTRAINT u_a_fkey FOREIGN KEY (a) REFERENCES public.t (a);

-- [10/11] create comment on table public.t1
COMMENT ON TABLE public.t1 IS 'The first';

-- [11/11] drop table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES FROM (0) TO (5)
DROP TABLE public.t1_old;

COMMIT;

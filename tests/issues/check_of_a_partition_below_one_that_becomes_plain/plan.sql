-- 9 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/9] drop constraint public.p20x.p20x_a_check
ALTER TABLE public.p20x DROP CONSTRAINT p20x_a_check;

-- [2/9] alter table public.p20: partition key: LIST (b) -> none
ALTER TABLE public.p DETACH PARTITION public.p20;

-- [3/9] alter table public.p20: partition key: LIST (b) -> none
ALTER TABLE public.p20 RENAME TO p20_old;

-- [4/9] alter table public.p20: partition key: LIST (b) -> none
DO $$
DECLARE
    index record;
BEGIN
    FOR index IN SELECT indexrelid AS number, indexrelid::regclass AS name FROM pg_index
            WHERE indrelid = 'public.p20_old'::regclass OR indrelid IN (SELECT relid FROM pg_partition_tree('public.p20_old'::regclass)) LOOP
        EXECUTE format('ALTER INDEX %s RENAME TO schemadiff_%s', index.name, index.number);
    END LOOP;
END
$$;

-- [5/9] alter column public.p.a: type: integer -> bigint
-- ! table-rewrite: writes public.p and its indexes anew while nobody can use it
ALTER TABLE public.p ALTER COLUMN a TYPE bigint;

-- [6/9] create table public.p20: partition key: LIST (b) -> none
SET LOCAL search_path = public;
CREATE TABLE public.p20 PARTITION OF public.p
FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

-- [7/9] alter table public.p20: partition key: LIST (b) -> none
-- ! table-rewrite: copies all rows of public.p20 while nobody can use it
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.p20 (a, b, c)
        SELECT a, b, c FROM public.p20_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.p20_old) THEN
        RAISE EXCEPTION 'only % rows of public.p20_old went over to public.p20', moved;
    END IF;
END
$$;

-- [8/9] drop table public.p20x
DROP TABLE public.p20x;

-- [9/9] drop table public.p20: partition key: LIST (b) -> none
DROP TABLE public.p20_old;

COMMIT;

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

-- [1/9] drop default public.p.n
ALTER TABLE public.p ALTER COLUMN n DROP DEFAULT;

-- [2/9] alter column public.p.st: type: public.mood -> text
-- ! table-rewrite: writes public.p and its indexes anew while nobody can use it
ALTER TABLE public.p ALTER COLUMN st TYPE text;

-- [3/9] alter default public.p.st: default: 'sad'::public.mood -> 'sad'
SET LOCAL search_path = public;
ALTER TABLE public.p ALTER COLUMN st SET DEFAULT 'sad';

-- [4/9] create table public.p2
CREATE TABLE public.p2 (
    LIKE public.p INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION
);

-- [5/9] alter table public.pd
ALTER TABLE public.p DETACH PARTITION public.pd;

-- [6/9] create index public.p2i
CREATE INDEX p2i ON public.p2 (a);

-- [7/9] create table public.p2
ALTER TABLE public.p ATTACH PARTITION public.p2 FOR VALUES IN (2);

-- [8/9] alter table public.pd
-- ! full-scan: moves the rows of public.pd that belong to new partitions, while nobody can use public.p
DO $$
DECLARE
    place regclass;
    complete boolean;
BEGIN
    FOREACH place IN ARRAY ARRAY['public.p2']::regclass[] LOOP
        EXECUTE 'WITH moved AS (DELETE FROM public.pd WHERE ' ||
            pg_get_partition_constraintdef(place) || ' RETURNING *),
            placed AS (INSERT INTO public.p (a, st, n)
                SELECT a, st, n FROM moved RETURNING 1)
            SELECT (SELECT count(*) FROM moved) = (SELECT count(*) FROM placed)' INTO complete;
        IF NOT complete THEN
            RAISE EXCEPTION 'not all rows of public.pd went over to %', place;
        END IF;
    END LOOP;
END
$$;

-- [9/9] alter table public.pd
ALTER TABLE public.p ATTACH PARTITION public.pd DEFAULT;

COMMIT;

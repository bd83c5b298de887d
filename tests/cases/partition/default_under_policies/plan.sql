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

-- [1/11] drop trigger public.e.e_refuse: must not fire for rows that only change their partition
DROP TRIGGER e_refuse ON public.e;

-- [2/11] alter table public.e: its policies would hide rows that are moved
SET LOCAL search_path = DEFAULT;
ALTER TABLE public.e NO FORCE ROW LEVEL SECURITY;

-- [3/11] alter table public.e_rest: its policies would hide rows that are moved
ALTER TABLE public.e_rest NO FORCE ROW LEVEL SECURITY;

-- [4/11] create column public.e.added
ALTER TABLE public.e ADD COLUMN added text;

-- [5/11] alter table public.e_rest
ALTER TABLE public.e DETACH PARTITION public.e_rest;

-- [6/11] create table public.e_b
SET LOCAL search_path = public;
CREATE TABLE public.e_b PARTITION OF public.e
FOR VALUES IN ('b', 'c');

-- [7/11] alter table public.e_rest
-- ! full-scan: moves the rows of public.e_rest that belong to new partitions, while nobody can use public.e
DO $$
DECLARE
    place regclass;
    complete boolean;
BEGIN
    SET LOCAL row_security = off;  -- a row that is hidden is an error
    FOREACH place IN ARRAY ARRAY['public.e_b']::regclass[] LOOP
        EXECUTE 'WITH moved AS (DELETE FROM public.e_rest WHERE ' ||
            pg_get_partition_constraintdef(place) || ' RETURNING *),
            placed AS (INSERT INTO public.e (id, k, added)
                SELECT id, k, added FROM moved RETURNING 1)
            SELECT (SELECT count(*) FROM moved) = (SELECT count(*) FROM placed)' INTO complete;
        IF NOT complete THEN
            RAISE EXCEPTION 'not all rows of public.e_rest went over to %', place;
        END IF;
    END LOOP;
    SET LOCAL row_security TO DEFAULT;
END
$$;

-- [8/11] alter table public.e_rest
SET LOCAL search_path = DEFAULT;
ALTER TABLE public.e ATTACH PARTITION public.e_rest DEFAULT;

-- [9/11] alter table public.e: its policies would hide rows that are moved
ALTER TABLE public.e FORCE ROW LEVEL SECURITY;

-- [10/11] alter table public.e_rest: its policies would hide rows that are moved
ALTER TABLE public.e_rest FORCE ROW LEVEL SECURITY;

-- [11/11] create trigger public.e.e_refuse: must not fire for rows that only change their partition
CREATE TRIGGER e_refuse
    BEFORE INSERT OR DELETE ON public.e
    FOR EACH ROW
    EXECUTE FUNCTION public.refuse();

COMMIT;

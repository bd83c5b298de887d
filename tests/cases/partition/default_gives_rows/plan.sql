-- 4 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/4] alter table public.t_rest
ALTER TABLE public.t DETACH PARTITION public.t_rest;

-- [2/4] create table public.t_tens
SET LOCAL search_path = public;
CREATE TABLE public.t_tens PARTITION OF public.t
FOR VALUES FROM (10) TO (20);

-- [3/4] alter table public.t_rest
-- ! full-scan: moves the rows of public.t_rest that belong to new partitions, while nobody can use public.t
DO $$
DECLARE
    place regclass;
    complete boolean;
BEGIN
    FOREACH place IN ARRAY ARRAY['public.t_tens']::regclass[] LOOP
        EXECUTE 'WITH moved AS (DELETE FROM public.t_rest WHERE ' ||
            pg_get_partition_constraintdef(place) || ' RETURNING *),
            placed AS (INSERT INTO public.t (a, b)
                SELECT a, b FROM moved RETURNING 1)
            SELECT (SELECT count(*) FROM moved) = (SELECT count(*) FROM placed)' INTO complete;
        IF NOT complete THEN
            RAISE EXCEPTION 'not all rows of public.t_rest went over to %', place;
        END IF;
    END LOOP;
END
$$;

-- [4/4] alter table public.t_rest
ALTER TABLE public.t ATTACH PARTITION public.t_rest DEFAULT;

COMMIT;

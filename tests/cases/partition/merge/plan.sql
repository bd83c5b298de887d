-- 5 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/5] alter table public.t1: partition of: public.t FOR VALUES IN (1) -> public.t FOR VALUES IN (1, 2, 3)
ALTER TABLE public.t DETACH PARTITION public.t1;

-- [2/5] alter table public.t2
ALTER TABLE public.t DETACH PARTITION public.t2;

-- [3/5] alter table public.t1: partition of: public.t FOR VALUES IN (1) -> public.t FOR VALUES IN (1, 2, 3)
-- ! full-scan: reads all of public.t1 to see that its rows fit the bounds
SET LOCAL search_path = public;
ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES IN (1, 2, 3);

-- [4/5] alter table public.t2
-- ! table-rewrite: copies all rows of public.t2 while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.t (a, b)
        SELECT a, b FROM public.t2;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.t2) THEN
        RAISE EXCEPTION 'only % rows of public.t2 went over to public.t', moved;
    END IF;
END
$$;

-- [5/5] drop table public.t2
DROP TABLE public.t2;

COMMIT;

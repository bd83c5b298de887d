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

-- [1/11] drop policy public.p1.po
DROP POLICY po ON public.p1;

-- [2/11] drop trigger public.p1.tr
DROP TRIGGER tr ON public.p1;

-- [3/11] drop view public.v
DROP VIEW public.v;

-- [4/11] drop constraint public.p1.p1_b_check
ALTER TABLE public.p1 DROP CONSTRAINT p1_b_check;

-- [5/11] drop function public.tg()
DROP FUNCTION public.tg();

-- [6/11] alter table public.p1
-- ! data-loss: not every text of public.p.b is known to keep its value as character varying(10)
SET LOCAL search_path = DEFAULT;
ALTER TABLE public.p DETACH PARTITION public.p1;

-- [7/11] alter column public.p.b: type: text -> character varying(10)
-- ! table-rewrite: writes public.p and its indexes anew while nobody can use it
-- ! data-loss: not every text of public.p.b is known to keep its value as character varying(10)
ALTER TABLE public.p ALTER COLUMN b TYPE character varying(10);

-- [8/11] alter table public.p2: partition of: public.p FOR VALUES FROM (10) TO (20) -> public.p FOR VALUES FROM (1) TO (20)
ALTER TABLE public.p DETACH PARTITION public.p2;

-- [9/11] alter table public.p2: partition of: public.p FOR VALUES FROM (10) TO (20) -> public.p FOR VALUES FROM (1) TO (20)
-- ! full-scan: reads all of public.p2 to see that its rows fit the bounds
SET LOCAL search_path = public;
ALTER TABLE public.p ATTACH PARTITION public.p2 FOR VALUES FROM (1) TO (20);

-- [10/11] alter table public.p1
-- ! table-rewrite: copies all rows of public.p1 while nobody can use it; fails, and nothing is changed, if a row fits no partition
SET LOCAL search_path = DEFAULT;
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.p (a, b)
        SELECT a, b FROM public.p1;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.p1) THEN
        RAISE EXCEPTION 'only % rows of public.p1 went over to public.p', moved;
    END IF;
END
$$;

-- [11/11] drop table public.p1
DROP TABLE public.p1;

COMMIT;

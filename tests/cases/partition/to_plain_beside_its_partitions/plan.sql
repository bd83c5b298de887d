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

-- [1/9] alter table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> none
-- ! breaks-clients: keeps its rows, and public.t gets copies of them
ALTER TABLE public.t DETACH PARTITION public.t1;

-- [2/9] drop constraint public.t1.t1_pkey
ALTER TABLE public.t1 DROP CONSTRAINT t1_pkey;

-- [3/9] alter table public.t: partition key: RANGE (a) -> none
ALTER TABLE public.t RENAME TO t_old;

-- [4/9] create table public.t: partition key: RANGE (a) -> none
CREATE TABLE public.t (
    a integer NOT NULL,
    b text
);

-- [5/9] alter table public.t: partition key: RANGE (a) -> none
-- ! table-rewrite: copies all rows of public.t while nobody can use it
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

-- [6/9] alter table public.t: partition key: RANGE (a) -> none
-- ! table-rewrite: copies all rows of public.t1 while nobody can use it
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.t (a, b)
        SELECT a, b FROM public.t1;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.t1) THEN
        RAISE EXCEPTION 'only % rows of public.t1 went over to public.t', moved;
    END IF;
END
$$;

-- [7/9] drop table public.t2
DROP TABLE public.t2;

-- [8/9] drop table public.t: partition key: RANGE (a) -> none
DROP TABLE public.t_old;

-- [9/9] create constraint public.t.t_pkey
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a);

COMMIT;

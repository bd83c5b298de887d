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

-- [1/10] alter table public.a2: partition of: public.a FOR VALUES FROM (0) TO (10) -> none
-- ! breaks-clients: keeps its rows, and public.a gets copies of them
SET LOCAL search_path = DEFAULT;
ALTER TABLE public.a DETACH PARTITION public.a2;

-- [2/10] alter table public.a: partition key: RANGE (id) -> none
ALTER TABLE public.a RENAME TO a_old;

-- [3/10] create table public.a: partition key: RANGE (id) -> none
CREATE TABLE public.a (
    id integer,
    x integer
);

-- [4/10] alter table public.a: partition key: RANGE (id) -> none
-- ! table-rewrite: copies all rows of public.a while nobody can use it
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.a (id, x)
        SELECT id, x FROM public.a_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.a_old) THEN
        RAISE EXCEPTION 'only % rows of public.a_old went over to public.a', moved;
    END IF;
END
$$;

-- [5/10] alter table public.a: partition key: RANGE (id) -> none
-- ! table-rewrite: copies all rows of public.a2 while nobody can use it
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.a (id, x)
        SELECT id, x FROM public.a2;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.a2) THEN
        RAISE EXCEPTION 'only % rows of public.a2 went over to public.a', moved;
    END IF;
END
$$;

-- [6/10] drop column public.a2.x
-- ! data-loss: drops the column and its values
ALTER TABLE public.a2 DROP COLUMN x;

-- [7/10] drop table public.a: partition key: RANGE (id) -> none
DROP TABLE public.a_old;

-- [8/10] drop function public.f(integer): returns: integer -> bigint; body: SELECT 1 -> SELECT 1::bigint
DROP FUNCTION public.f(integer);

-- [9/10] create function public.f(integer): returns: integer -> bigint; body: SELECT 1 -> SELECT 1::bigint
CREATE FUNCTION public.f(integer) RETURNS bigint
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT 1::bigint$$;

-- [10/10] create default public.a.x: uses function public.f(integer), which is recreated
SET LOCAL search_path = public;
ALTER TABLE public.a ALTER COLUMN x SET DEFAULT f(1);

SET LOCAL search_path = DEFAULT;
COMMIT;

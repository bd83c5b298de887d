-- 6 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/6] alter table public.t: partition key: none -> LIST (a)
ALTER TABLE public.t RENAME TO t_old;

-- [2/6] create table public.t: partition key: none -> LIST (a)
CREATE TABLE public.t (
    a integer,
    b text
)
PARTITION BY LIST (a);

-- [3/6] create table public.td
SET LOCAL search_path = public;
CREATE TABLE public.td PARTITION OF public.t
DEFAULT;

-- [4/6] alter table public.t: partition key: none -> LIST (a)
-- ! table-rewrite: copies all rows of public.t while nobody can use it; fails, and nothing is changed, if a row fits no partition
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

-- [5/6] drop table public.t: partition key: none -> LIST (a)
DROP TABLE public.t_old;

-- [6/6] create constraint public.t.tk
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT tk UNIQUE (a);

COMMIT;

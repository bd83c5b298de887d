-- 7 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/7] alter table public.parts: partition key: none -> RANGE (n)
ALTER TABLE public.parts RENAME TO parts_old;

-- [2/7] create table public.parts: partition key: none -> RANGE (n)
CREATE TABLE public.parts (
    id integer DEFAULT nextval('public.parts_id_seq'::regclass) NOT NULL,
    n integer
)
PARTITION BY RANGE (n);

-- [3/7] drop privilege of PUBLIC on table public.parts: default privileges give it, and it is not declared
-- ! breaks-clients: everybody loses SELECT on public.parts
REVOKE SELECT ON TABLE public.parts FROM PUBLIC;

-- [4/7] alter sequence public.parts_id_seq: its table is made anew
ALTER SEQUENCE public.parts_id_seq OWNED BY public.parts.id;

-- [5/7] create table public.parts_all
SET LOCAL search_path = public;
CREATE TABLE public.parts_all PARTITION OF public.parts
DEFAULT;

-- [6/7] alter table public.parts: partition key: none -> RANGE (n)
-- ! table-rewrite: copies all rows of public.parts while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.parts (id, n)
        SELECT id, n FROM public.parts_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.parts_old) THEN
        RAISE EXCEPTION 'only % rows of public.parts_old went over to public.parts', moved;
    END IF;
END
$$;

-- [7/7] drop table public.parts: partition key: none -> RANGE (n)
DROP TABLE public.parts_old;

COMMIT;

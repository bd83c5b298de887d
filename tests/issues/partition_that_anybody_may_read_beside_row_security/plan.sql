-- 8 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/8] alter table public.p: partition key: none -> LIST (k)
ALTER TABLE public.p RENAME TO p_old;

-- [2/8] create table public.p: partition key: none -> LIST (k)
CREATE TABLE public.p (
    id integer,
    k text
)
PARTITION BY LIST (k);

-- [3/8] create table public.p: partition key: none -> LIST (k)
ALTER TABLE public.p ENABLE ROW LEVEL SECURITY;

-- [4/8] create table public.pd
-- ! widens-access: who has a privilege on public.pd sees all rows in it, though public.p has row security
SET LOCAL search_path = public;
CREATE TABLE public.pd PARTITION OF public.p
DEFAULT;

-- [5/8] alter table public.p: partition key: none -> LIST (k)
-- ! table-rewrite: copies all rows of public.p while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    SET LOCAL row_security = off;  -- a row that is hidden is an error
    INSERT INTO public.p (id, k)
        SELECT id, k FROM public.p_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.p_old) THEN
        RAISE EXCEPTION 'only % rows of public.p_old went over to public.p', moved;
    END IF;
    SET LOCAL row_security TO DEFAULT;
END
$$;

-- [6/8] create privilege of app on table public.pd
GRANT SELECT ON TABLE public.pd TO app;

-- [7/8] drop table public.p: partition key: none -> LIST (k)
DROP TABLE public.p_old;

-- [8/8] create policy public.p.pp: uses table public.p, which is recreated
CREATE POLICY pp ON public.p
    USING (id > 0);

COMMIT;

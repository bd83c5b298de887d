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

-- [1/10] drop table public.q
-- ! data-loss: drops the table and its rows
DROP TABLE public.q;

-- [2/10] alter table public.p2: inherits: none -> public.p; partition of: public.p FOR VALUES FROM (1) TO (9) -> none
ALTER TABLE public.p DETACH PARTITION public.p2;

-- [3/10] drop constraint public.p2.p2_pkey
ALTER TABLE public.p2 DROP CONSTRAINT p2_pkey;

-- [4/10] alter table public.p: partition key: RANGE (id) -> none
ALTER TABLE public.p RENAME TO p_old;

-- [5/10] create table public.p: partition key: RANGE (id) -> none
CREATE TABLE public.p (
    id integer
);

-- [6/10] alter table public.p: partition key: RANGE (id) -> none
-- ! table-rewrite: copies all rows of public.p while nobody can use it
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.p (id)
        SELECT id FROM public.p_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.p_old) THEN
        RAISE EXCEPTION 'only % rows of public.p_old went over to public.p', moved;
    END IF;
END
$$;

-- [7/10] alter column public.p2.id: not null: yes -> no
ALTER TABLE public.p2 ALTER COLUMN id DROP NOT NULL;

-- [8/10] create column public.p2.x
ALTER TABLE public.p2 ADD COLUMN x integer;

-- [9/10] alter table public.p2: inherits: none -> public.p; partition of: public.p FOR VALUES FROM (1) TO (9) -> none
ALTER TABLE public.p2 INHERIT public.p;

-- [10/10] drop table public.p: partition key: RANGE (id) -> none
DROP TABLE public.p_old;

COMMIT;

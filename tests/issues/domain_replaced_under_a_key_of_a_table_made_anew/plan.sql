-- 13 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/13] drop constraint public.things.things_kind_fkey: compares values of a type that is replaced
ALTER TABLE public.things DROP CONSTRAINT things_kind_fkey;

-- [2/13] alter table public.things: the type of a column that it is partitioned by changes
ALTER TABLE public.things RENAME TO things_old;

-- [3/13] alter table public.things_1: a partition of table public.things, which is made anew
ALTER TABLE public.things_1 RENAME TO things_1_old;

-- [4/13] alter domain public.number: base type: integer -> bigint
ALTER DOMAIN public.number RENAME TO number_old;

-- [5/13] alter domain public.number: base type: integer -> bigint
CREATE DOMAIN public.number AS bigint;

-- [6/13] alter domain public.number: base type: integer -> bigint
-- ! table-rewrite: writes public.kinds and its indexes anew while nobody can use it
ALTER TABLE public.kinds ALTER COLUMN id TYPE public.number;

-- [7/13] create table public.things: the type of a column that it is partitioned by changes
CREATE TABLE public.things (
    kind public.number,
    part public.number
)
PARTITION BY LIST (part);

-- [8/13] create table public.things_1: a partition of table public.things, which is made anew
SET LOCAL search_path = public;
CREATE TABLE public.things_1 PARTITION OF public.things
FOR VALUES IN (1);

-- [9/13] alter table public.things: the type of a column that it is partitioned by changes
-- ! table-rewrite: copies all rows of public.things while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.things (kind, part)
        SELECT kind, part FROM public.things_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.things_old) THEN
        RAISE EXCEPTION 'only % rows of public.things_old went over to public.things', moved;
    END IF;
END
$$;

-- [10/13] drop table public.things_1: a partition of table public.things, which is made anew
DROP TABLE public.things_1_old;

-- [11/13] create constraint public.things.things_kind_fkey: compares values of a type that is replaced
-- ! full-scan: reads all of public.things while nobody can write to it
ALTER TABLE public.things
    ADD CONSTRAINT things_kind_fkey FOREIGN KEY (kind) REFERENCES public.kinds (id);

-- [12/13] drop table public.things: the type of a column that it is partitioned by changes
DROP TABLE public.things_old;

-- [13/13] alter domain public.number: base type: integer -> bigint
DROP DOMAIN public.number_old;

COMMIT;

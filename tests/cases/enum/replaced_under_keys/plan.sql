-- 18 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/18] drop constraint public.things.things_k_fkey: compares values of a type that is replaced
ALTER TABLE public.things DROP CONSTRAINT things_k_fkey;

-- [2/18] alter enum public.kind: labels: a, b, gone -> a, b
-- ! data-loss: removes the value 'gone'; while a row holds it, this fails
ALTER TYPE public.kind RENAME TO kind_old;

-- [3/18] alter enum public.kind: labels: a, b, gone -> a, b
CREATE TYPE public.kind AS ENUM (
    'a',
    'b'
);

-- [4/18] alter enum public.kind: labels: a, b, gone -> a, b
-- ! table-rewrite: writes public.kinds and its indexes anew while nobody can use it
ALTER TABLE public.kinds ALTER COLUMN k TYPE public.kind USING k::text::public.kind;

-- [5/18] alter enum public.kind: labels: a, b, gone -> a, b
-- ! table-rewrite: writes public.things and its indexes anew while nobody can use it
ALTER TABLE public.things ALTER COLUMN k TYPE public.kind USING k::text::public.kind;

-- [6/18] alter table public.parts: the type of a column that it is partitioned by changes
ALTER TABLE public.parts RENAME TO parts_old;

-- [7/18] alter table public.parts_a: a partition of table public.parts, which is made anew
ALTER TABLE public.parts_a RENAME TO parts_a_old;

-- [8/18] alter table public.parts_b: a partition of table public.parts, which is made anew
ALTER TABLE public.parts_b RENAME TO parts_b_old;

-- [9/18] create constraint public.things.things_k_fkey: compares values of a type that is replaced
-- ! full-scan: reads all of public.things while nobody can write to it
ALTER TABLE public.things
    ADD CONSTRAINT things_k_fkey FOREIGN KEY (k) REFERENCES public.kinds (k);

-- [10/18] create table public.parts: the type of a column that it is partitioned by changes
CREATE TABLE public.parts (
    id integer NOT NULL,
    k public.kind NOT NULL
)
PARTITION BY LIST (k);

-- [11/18] create table public.parts_a: a partition of table public.parts, which is made anew
SET LOCAL search_path = public;
CREATE TABLE public.parts_a PARTITION OF public.parts
FOR VALUES IN ('a');

-- [12/18] create table public.parts_b: a partition of table public.parts, which is made anew
CREATE TABLE public.parts_b PARTITION OF public.parts
FOR VALUES IN ('b');

-- [13/18] alter table public.parts: the type of a column that it is partitioned by changes
-- ! table-rewrite: copies all rows of public.parts while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.parts (id, k)
        SELECT id, k::text::public.kind FROM public.parts_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.parts_old) THEN
        RAISE EXCEPTION 'only % rows of public.parts_old went over to public.parts', moved;
    END IF;
END
$$;

-- [14/18] drop table public.parts_a: a partition of table public.parts, which is made anew
DROP TABLE public.parts_a_old;

-- [15/18] drop table public.parts_b: a partition of table public.parts, which is made anew
DROP TABLE public.parts_b_old;

-- [16/18] drop table public.parts: the type of a column that it is partitioned by changes
DROP TABLE public.parts_old;

-- [17/18] alter enum public.kind: labels: a, b, gone -> a, b
DROP TYPE public.kind_old;

-- [18/18] create constraint public.parts.parts_pkey
-- ! blocking-index-build: nobody can use public.parts while its index is built
ALTER TABLE public.parts ADD CONSTRAINT parts_pkey PRIMARY KEY (id, k);

COMMIT;

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

-- [1/10] alter enum public.kind: labels: a, b -> a, b, c
ALTER TYPE public.kind ADD VALUE 'c';

COMMIT;

BEGIN;

-- [2/10] alter enum public.another: labels: 1, 2, 3 -> 3, 1
-- ! data-loss: removes the value '2'; while a row holds it, this fails
ALTER TYPE public.another RENAME TO another_old;

-- [3/10] alter enum public.another: labels: 1, 2, 3 -> 3, 1
CREATE TYPE public.another AS ENUM (
    '3',
    '1'
);

-- [4/10] alter table public.t: partition key: none -> LIST (k)
ALTER TABLE public.t RENAME TO t_old;

-- [5/10] create table public.t: partition key: none -> LIST (k)
SET LOCAL search_path = public;
CREATE TABLE public.t (
    id integer,
    k public.kind DEFAULT 'c' NOT NULL,
    x public.another
)
PARTITION BY LIST (k);

-- [6/10] create table public.t_ab
CREATE TABLE public.t_ab PARTITION OF public.t
FOR VALUES IN ('a', 'b');

-- [7/10] create table public.t_c
CREATE TABLE public.t_c PARTITION OF public.t
FOR VALUES IN ('c');

-- [8/10] alter table public.t: partition key: none -> LIST (k)
-- ! table-rewrite: copies all rows of public.t while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.t (id, k, x)
        SELECT id, k, x::text::public.another FROM public.t_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.t_old) THEN
        RAISE EXCEPTION 'only % rows of public.t_old went over to public.t', moved;
    END IF;
END
$$;

-- [9/10] drop table public.t: partition key: none -> LIST (k)
DROP TABLE public.t_old;

-- [10/10] alter enum public.another: labels: 1, 2, 3 -> 3, 1
DROP TYPE public.another_old;

COMMIT;

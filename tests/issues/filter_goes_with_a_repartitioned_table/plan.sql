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

-- [1/10] alter table public.t: partition key: RANGE (a) -> LIST (b)
ALTER TABLE public.t RENAME TO t_old;

-- [2/10] alter table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES IN (1)
ALTER TABLE public.t1 RENAME TO t1_old;

-- [3/10] create table public.t: partition key: RANGE (a) -> LIST (b)
CREATE TABLE public.t (
    a integer NOT NULL,
    b integer NOT NULL
)
PARTITION BY LIST (b);

-- [4/10] create table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES IN (1)
SET LOCAL search_path = public;
CREATE TABLE public.t1 PARTITION OF public.t
FOR VALUES IN (1);

-- [5/10] alter table public.t: partition key: RANGE (a) -> LIST (b)
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

-- [6/10] drop table public.t1: partition of: public.t FOR VALUES FROM (0) TO (10) -> public.t FOR VALUES IN (1)
DROP TABLE public.t1_old;

-- [7/10] drop table public.t: partition key: RANGE (a) -> LIST (b)
DROP TABLE public.t_old;

-- [8/10] create constraint public.t.t_pkey: columns: a -> a, b
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a, b);

-- [9/10] alter publication pub: publish_via_partition_root: yes -> no
ALTER PUBLICATION pub SET (publish_via_partition_root = false);

-- [10/10] create published table public.t in pub: where: (a > 0) -> none
-- ! widens-access: subscribers get rows that the filter kept from them
ALTER PUBLICATION pub ADD TABLE ONLY public.t;

COMMIT;

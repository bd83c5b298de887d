-- 12 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/12] drop constraint public.plans.plans_pkey: columns: id -> id, tenant
ALTER TABLE public.plans DROP CONSTRAINT plans_pkey;

-- [2/12] alter table public.parts: partition key: none -> LIST (region)
ALTER TABLE public.parts RENAME TO parts_old;

-- [3/12] create column public.plans.tenant
SET LOCAL search_path = public;
ALTER TABLE public.plans ADD COLUMN tenant integer DEFAULT 1 NOT NULL;

-- [4/12] create constraint public.plans.plans_pkey: columns: id -> id, tenant
-- ! blocking-index-build: nobody can use public.plans while its index is built
ALTER TABLE public.plans ADD CONSTRAINT plans_pkey PRIMARY KEY (id, tenant);

-- [5/12] create rows public.plans: 1 row
INSERT INTO public.plans (id, tenant, name)
VALUES
    (1, 2, 'small');

-- [6/12] alter rows public.plans: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: plans[id=2,tenant=1].name: was large
UPDATE public.plans
SET name = 'big'
WHERE id = 2 AND tenant = 1;

-- [7/12] create table public.parts: partition key: none -> LIST (region)
CREATE TABLE public.parts (
    id integer NOT NULL,
    region text DEFAULT 'eu' NOT NULL,
    name text
)
PARTITION BY LIST (region);

-- [8/12] create table public.parts_all
CREATE TABLE public.parts_all PARTITION OF public.parts
DEFAULT;

-- [9/12] alter table public.parts: partition key: none -> LIST (region)
-- ! table-rewrite: copies all rows of public.parts while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.parts (id, name)
        SELECT id, name FROM public.parts_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.parts_old) THEN
        RAISE EXCEPTION 'only % rows of public.parts_old went over to public.parts', moved;
    END IF;
END
$$;

-- [10/12] create rows public.parts: 1 row
INSERT INTO public.parts (id, region, name)
VALUES
    (1, 'us', 'b');

-- [11/12] drop table public.parts: partition key: none -> LIST (region)
DROP TABLE public.parts_old;

-- [12/12] create constraint public.parts.parts_pkey: columns: id -> id, region
-- ! blocking-index-build: nobody can use public.parts while its index is built
ALTER TABLE public.parts ADD CONSTRAINT parts_pkey PRIMARY KEY (id, region);

COMMIT;

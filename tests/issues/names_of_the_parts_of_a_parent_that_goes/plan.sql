-- 9 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/9] drop index public.part_1_a: table: public.new -> public.new_1; attached to: none -> public.part_1_a_idx
DROP INDEX public.part_1_a;

-- [2/9] create index public.part_1_a: table: public.new -> public.new_1; attached to: none -> public.part_1_a_idx
-- ! blocking-index-build: nobody can write to public.new_1 while it is built
CREATE INDEX part_1_a ON public.new_1 (a);

-- [3/9] drop table public.part_1
-- ! data-loss: drops the partition and its rows
DROP TABLE public.part_1;

-- [4/9] create index public.part_1_a_idx: table: public.part_1 -> public.new
-- ! blocking-index-build: nobody can write to public.new while it is built
CREATE INDEX part_1_a_idx ON public.new (a);

-- [5/9] create index public.part_1_a: table: public.new -> public.new_1; attached to: none -> public.part_1_a_idx
ALTER INDEX public.part_1_a_idx ATTACH PARTITION public.part_1_a;

-- [6/9] drop table public.part_2
-- ! data-loss: drops the partition and its rows
DROP TABLE public.part_2;

-- [7/9] drop table public.old
-- ! data-loss: drops the table and its rows
DROP TABLE public.old;

-- [8/9] create constraint public.new_1.part_2_pkey
-- ! blocking-index-build: nobody can use public.new_1 while its index is built
ALTER TABLE public.new_1 ADD CONSTRAINT part_2_pkey PRIMARY KEY (id);

-- [9/9] create constraint public.new.part_1_pkey
-- ! blocking-index-build: nobody can use public.new while its index is built
ALTER TABLE public.new ADD CONSTRAINT part_1_pkey PRIMARY KEY (id);

COMMIT;

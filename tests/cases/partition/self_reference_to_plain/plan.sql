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

-- [1/9] drop constraint public.tree.tree_parent_fkey
ALTER TABLE public.tree DROP CONSTRAINT tree_parent_fkey;

-- [2/9] alter table public.tree: partition key: RANGE (id) -> none
ALTER TABLE public.tree RENAME TO tree_old;

-- [3/9] create table public.tree: partition key: RANGE (id) -> none
CREATE TABLE public.tree (
    id integer NOT NULL,
    parent integer
);

-- [4/9] alter table public.tree: partition key: RANGE (id) -> none
-- ! table-rewrite: copies all rows of public.tree while nobody can use it
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.tree (id, parent)
        SELECT id, parent FROM public.tree_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.tree_old) THEN
        RAISE EXCEPTION 'only % rows of public.tree_old went over to public.tree', moved;
    END IF;
END
$$;

-- [5/9] drop table public.tree_1
DROP TABLE public.tree_1;

-- [6/9] drop table public.tree_2
DROP TABLE public.tree_2;

-- [7/9] drop table public.tree: partition key: RANGE (id) -> none
DROP TABLE public.tree_old;

-- [8/9] create constraint public.tree.tree_pkey
-- ! blocking-index-build: nobody can use public.tree while its index is built
ALTER TABLE public.tree ADD CONSTRAINT tree_pkey PRIMARY KEY (id);

-- [9/9] create constraint public.tree.tree_parent_fkey
-- ! full-scan: reads all of public.tree while nobody can write to it
ALTER TABLE public.tree
    ADD CONSTRAINT tree_parent_fkey FOREIGN KEY (parent) REFERENCES public.tree (id);

COMMIT;

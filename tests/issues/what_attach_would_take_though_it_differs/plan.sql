-- 6 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/6] drop index public.c_part
DROP INDEX public.c_part;

-- [2/6] drop constraint public.c.c_key
ALTER TABLE public.c DROP CONSTRAINT c_key;

-- [3/6] drop constraint public.c.to_r
ALTER TABLE public.c DROP CONSTRAINT to_r;

-- [4/6] create table public.p
SET LOCAL search_path = public;
CREATE TABLE public.p (
    id integer,
    part integer DEFAULT 1 NOT NULL,
    CONSTRAINT p_key UNIQUE (id, part),
    CONSTRAINT to_r FOREIGN KEY (id) REFERENCES public.r (id)
)
PARTITION BY LIST (part);

-- [5/6] alter table public.c: partition of: none -> public.p FOR VALUES IN (1)
-- ! full-scan: reads all of public.c to see that its rows fit the bounds
-- ! blocking-index-build: indexes of public.p are built over public.c while nobody can write to it
ALTER TABLE public.p ATTACH PARTITION public.c FOR VALUES IN (1);

-- [6/6] create index public.p_part
CREATE INDEX p_part ON public.p (part);

COMMIT;

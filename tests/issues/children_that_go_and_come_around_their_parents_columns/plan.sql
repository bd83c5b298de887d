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

-- [1/10] drop view public.v: query: SELECT c.a FROM public.c -> SELECT a FROM d
DROP VIEW public.v;

-- [2/10] create table public.d
CREATE TABLE public.d ()
INHERITS (public.t);

-- [3/10] drop column public.t8.g
-- ! data-loss: drops the column and its values
ALTER TABLE public.t8 DROP COLUMN g;

-- [4/10] create table public.c8
CREATE TABLE public.c8 (
    g integer
)
INHERITS (public.t8);

-- [5/10] drop table public.c
-- ! data-loss: drops the table and its rows
DROP TABLE public.c;

-- [6/10] alter column public.t.a: type: integer -> bigint
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

-- [7/10] create constraint public.t.k
-- ! full-scan: reads all of public.t while nobody can use it
SET LOCAL search_path = public;
ALTER TABLE public.t ADD CONSTRAINT k CHECK (a > 5);

-- [8/10] create view public.v: query: SELECT c.a FROM public.c -> SELECT a FROM d
CREATE VIEW public.v AS
SELECT a FROM d;

-- [9/10] drop table public.c3
-- ! data-loss: drops the table and its rows
DROP TABLE public.c3;

-- [10/10] drop column public.t3.a
-- ! data-loss: drops the column and its values
ALTER TABLE public.t3 DROP COLUMN a;

COMMIT;

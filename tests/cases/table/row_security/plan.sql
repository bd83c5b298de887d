-- 7 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/7] alter table public.a: row security: no -> yes; force row security: no -> yes
ALTER TABLE public.a ENABLE ROW LEVEL SECURITY;

-- [2/7] alter table public.a: row security: no -> yes; force row security: no -> yes
ALTER TABLE public.a FORCE ROW LEVEL SECURITY;

-- [3/7] alter table public.b: row security: yes -> no; force row security: yes -> no
-- ! widens-access: everybody with a privilege on public.b sees all its rows
ALTER TABLE public.b DISABLE ROW LEVEL SECURITY;

-- [4/7] alter table public.b: row security: yes -> no; force row security: yes -> no
-- ! widens-access: the owner of public.b sees all its rows
ALTER TABLE public.b NO FORCE ROW LEVEL SECURITY;

-- [5/7] create table public.c
CREATE TABLE public.c (
    id integer
);

-- [6/7] create table public.c
ALTER TABLE public.c ENABLE ROW LEVEL SECURITY;

-- [7/7] create table public.c
ALTER TABLE public.c FORCE ROW LEVEL SECURITY;

COMMIT;

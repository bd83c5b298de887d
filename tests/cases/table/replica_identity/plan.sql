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

-- [1/6] alter table public.b: replica identity: full -> default
ALTER TABLE public.b REPLICA IDENTITY DEFAULT;

-- [2/6] alter table public.c: replica identity: default -> nothing
ALTER TABLE public.c REPLICA IDENTITY NOTHING;

-- [3/6] create table public.d
CREATE TABLE public.d (
    id integer NOT NULL,
    CONSTRAINT d_key UNIQUE (id)
);

-- [4/6] alter table public.d
ALTER TABLE public.d REPLICA IDENTITY USING INDEX d_key;

-- [5/6] create index public.a_id
-- ! blocking-index-build: nobody can write to public.a while it is built
CREATE UNIQUE INDEX a_id ON public.a (id);

-- [6/6] alter table public.a: replica identity: default -> index a_id
ALTER TABLE public.a REPLICA IDENTITY USING INDEX a_id;

COMMIT;

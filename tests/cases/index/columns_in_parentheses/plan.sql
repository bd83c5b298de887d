-- 2 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/2] create table public.added_parts
CREATE TABLE public.added_parts (
    a integer NOT NULL,
    b text,
    CONSTRAINT added_parts_pkey PRIMARY KEY (a)
)
PARTITION BY HASH (a);

-- [2/2] create index public.added
-- ! blocking-index-build: nobody can write to public.t while it is built
SET LOCAL search_path = public;
CREATE INDEX added ON public.t (a, b COLLATE pg_catalog."C" pg_catalog.text_pattern_ops DESC, lower(b) COLLATE pg_catalog."C");

COMMIT;

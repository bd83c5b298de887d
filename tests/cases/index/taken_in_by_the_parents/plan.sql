-- 5 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/5] create table public.q
CREATE TABLE public.q (
    LIKE public.t INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION,
    CONSTRAINT q_key UNIQUE (a, b)
);

-- [2/5] create index public.q_lower
SET LOCAL search_path = public;
CREATE INDEX q_lower ON public.q (lower(b));

-- [3/5] create table public.q
ALTER TABLE public.t ATTACH PARTITION public.q FOR VALUES IN (2);

-- [4/5] create index public.t_lower
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX t_lower ON public.t (lower(b));

-- [5/5] create index public.q_beside
CREATE INDEX q_beside ON public.q (lower(b));

COMMIT;

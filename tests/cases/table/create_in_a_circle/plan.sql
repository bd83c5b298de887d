-- 3 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/3] create table public.a
CREATE TABLE public.a (
    id integer NOT NULL,
    b integer,
    CONSTRAINT a_pkey PRIMARY KEY (id)
);

-- [2/3] create table public.b
CREATE TABLE public.b (
    id integer NOT NULL,
    a integer,
    CONSTRAINT b_a_fkey FOREIGN KEY (a) REFERENCES public.a (id),
    CONSTRAINT b_pkey PRIMARY KEY (id)
);

-- [3/3] create constraint public.a.a_b_fkey
ALTER TABLE public.a ADD CONSTRAINT a_b_fkey FOREIGN KEY (b) REFERENCES public.b (id);

COMMIT;

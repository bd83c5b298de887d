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

-- [1/5] create table public.c
CREATE TABLE public.c (
    r integer NOT NULL,
    CONSTRAINT c_pk PRIMARY KEY (r)
);

-- [2/5] create table public.d
CREATE TABLE public.d (
    r integer,
    s integer,
    CONSTRAINT d_a UNIQUE (r, s),
    CONSTRAINT d_b UNIQUE (s, r)
);

-- [3/5] create table public.e
CREATE TABLE public.e (
    r integer,
    CONSTRAINT e_a UNIQUE (r)
);

-- [4/5] create constraint public.c.c_k1
ALTER TABLE public.c ADD CONSTRAINT c_k1 UNIQUE (r);

-- [5/5] create constraint public.e.e_b
ALTER TABLE public.e ADD CONSTRAINT e_b UNIQUE (r);

COMMIT;

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

-- [1/7] create table public.a
CREATE TABLE public.a (
    id integer NOT NULL,
    amount integer,
    CONSTRAINT a_pkey PRIMARY KEY (id)
);

-- [2/7] create table public.c
CREATE TABLE public.c (
    id integer NOT NULL,
    n integer,
    CONSTRAINT b_pkey PRIMARY KEY (id)
);

-- [3/7] create table public.parent
CREATE TABLE public.parent (
    k integer NOT NULL,
    x text,
    y text,
    CONSTRAINT parent_pkey PRIMARY KEY (k)
)
PARTITION BY LIST (k);

-- [4/7] create table public.part
SET LOCAL search_path = public;
CREATE TABLE public.part PARTITION OF public.parent
FOR VALUES IN (1);

-- [5/7] create rows public.a: 1 row
INSERT INTO public.a (id, amount)
VALUES
    (1, 5);

-- [6/7] create rows public.c: 1 row
INSERT INTO public.c (id, n)
VALUES
    (2, 3);

-- [7/7] create rows public.part: 1 row
INSERT INTO public.part (k, y, x)
VALUES
    (1, 'y', 'x');

COMMIT;

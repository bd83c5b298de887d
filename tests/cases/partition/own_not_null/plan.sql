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

-- [1/5] create table public.attached
SET LOCAL search_path = public;
CREATE TABLE public.attached PARTITION OF public.p
FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

-- [2/5] create table public.born
CREATE TABLE public.born PARTITION OF public.p
FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');

-- [3/5] create table public.child
CREATE TABLE public.child (
    c integer
)
INHERITS (public.parent);

-- [4/5] create table public.partly
CREATE TABLE public.partly PARTITION OF public.p (
    x NOT NULL
)
FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');

-- [5/5] create table public.plain_child
CREATE TABLE public.plain_child (
    c integer
)
INHERITS (public.parent);

COMMIT;

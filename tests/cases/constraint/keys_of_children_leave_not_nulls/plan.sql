-- 9 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/9] create table public.joins
CREATE TABLE public.joins (
    id integer NOT NULL,
    CONSTRAINT joins_pkey PRIMARY KEY (id)
)
INHERITS (public.base);

-- [2/9] create table public.key_at_once
CREATE TABLE public.key_at_once (
    id integer NOT NULL,
    CONSTRAINT key_at_once_pkey PRIMARY KEY (id)
)
INHERITS (public.base);

-- [3/9] create table public.key_later
CREATE TABLE public.key_later ()
INHERITS (public.base);

-- [4/9] create table public.log_key_at_once
SET LOCAL search_path = public;
CREATE TABLE public.log_key_at_once PARTITION OF public.log (
    id NOT NULL,
    CONSTRAINT log_key_at_once_pkey PRIMARY KEY (id)
)
FOR VALUES FROM (20) TO (30);

-- [5/9] create table public.log_key_later
CREATE TABLE public.log_key_later PARTITION OF public.log (
    n NOT NULL
)
FOR VALUES FROM (0) TO (10);

-- [6/9] create table public.log_not_null_later
CREATE TABLE public.log_not_null_later PARTITION OF public.log (
    n NOT NULL
)
FOR VALUES FROM (10) TO (20);

-- [7/9] create table public.not_null_later
CREATE TABLE public.not_null_later ()
INHERITS (public.base);

-- [8/9] create constraint public.key_later.key_later_pkey
ALTER TABLE public.key_later ADD CONSTRAINT key_later_pkey PRIMARY KEY (id);

-- [9/9] create constraint public.log_key_later.log_key_later_pkey
ALTER TABLE public.log_key_later ADD CONSTRAINT log_key_later_pkey PRIMARY KEY (id, n);

COMMIT;

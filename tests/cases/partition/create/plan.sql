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

-- [1/10] create table public.computed
SET LOCAL search_path = public;
CREATE TABLE public.computed (
    a text
)
PARTITION BY LIST ((lower(a)));

-- [2/10] create table public.events
CREATE TABLE public.events (
    id bigint NOT NULL,
    day date NOT NULL,
    kind text,
    CONSTRAINT events_id_day_kind_key UNIQUE (id, day, kind)
)
PARTITION BY RANGE (day);

-- [3/10] create table public.events_2024
CREATE TABLE public.events_2024 PARTITION OF public.events
FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- [4/10] create table public.events_2025
CREATE TABLE public.events_2025 PARTITION OF public.events
FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')
PARTITION BY LIST (kind);

-- [5/10] create table public.events_2025_a
CREATE TABLE public.events_2025_a PARTITION OF public.events_2025
FOR VALUES IN ('a', NULL);

-- [6/10] create table public.events_2025_rest
CREATE TABLE public.events_2025_rest PARTITION OF public.events_2025
DEFAULT;

-- [7/10] create table public.hashed
CREATE TABLE public.hashed (
    id integer
)
PARTITION BY HASH (id);

-- [8/10] create table public.hashed_0
CREATE TABLE public.hashed_0 PARTITION OF public.hashed
FOR VALUES WITH (MODULUS 2, REMAINDER 0);

-- [9/10] create table public.hashed_1
CREATE TABLE public.hashed_1 PARTITION OF public.hashed
FOR VALUES WITH (MODULUS 2, REMAINDER 1);

-- [10/10] create index public.events_kind
CREATE INDEX events_kind ON public.events (kind);

COMMIT;

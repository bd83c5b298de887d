-- 13 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/13] alter owner of schema shop: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of shop
ALTER SCHEMA shop OWNER TO keeper;

-- [2/13] alter owner of base type public.ticks: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.ticks
ALTER TYPE public.ticks OWNER TO keeper;

-- [3/13] alter owner of enum public.mood: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.mood
ALTER TYPE public.mood OWNER TO keeper;

-- [4/13] alter owner of domain public.email: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.email
ALTER DOMAIN public.email OWNER TO keeper;

-- [5/13] alter owner of composite type public.pair: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.pair
ALTER TYPE public.pair OWNER TO keeper;

-- [6/13] alter owner of sequence public.numbers: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.numbers
ALTER SEQUENCE public.numbers OWNER TO keeper;

-- [7/13] alter owner of function public.f(): role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.f()
ALTER ROUTINE public.f() OWNER TO keeper;

-- [8/13] alter owner of function public.run(): role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.run()
ALTER ROUTINE public.run() OWNER TO keeper;

-- [9/13] alter owner of function public.total(integer): role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.total(integer)
ALTER ROUTINE public.total(integer) OWNER TO keeper;

-- [10/13] alter owner of table public.t: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.t
ALTER TABLE public.t OWNER TO keeper;

-- [11/13] alter owner of statistics public.st: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.st
ALTER STATISTICS public.st OWNER TO keeper;

-- [12/13] alter owner of view public.v: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.v
ALTER VIEW public.v OWNER TO keeper;

-- [13/13] alter owner of materialized view public.m: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.m
ALTER MATERIALIZED VIEW public.m OWNER TO keeper;

COMMIT;

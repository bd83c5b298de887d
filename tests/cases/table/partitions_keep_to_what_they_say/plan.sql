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

-- [1/3] create table public.p1
SET LOCAL search_path = public;
CREATE TABLE public.p1 PARTITION OF public.p
FOR VALUES IN (1)
USING other;

-- [2/3] create table public.p2
CREATE TABLE public.p2 PARTITION OF public.p
FOR VALUES IN (2)
USING heap;

-- [3/3] create table public.p3
CREATE TABLE public.p3 PARTITION OF public.p
FOR VALUES IN (3)
USING other;

COMMIT;

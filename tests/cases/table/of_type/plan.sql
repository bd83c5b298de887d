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

-- [1/3] create table public.fresh
CREATE TABLE public.fresh OF public.pair (
    a WITH OPTIONS NOT NULL,
    CONSTRAINT fresh_pkey PRIMARY KEY (a)
);

-- [2/3] alter table public.gains: of type: none -> public.pair
ALTER TABLE public.gains OF public.pair;

-- [3/3] alter table public.loses: of type: public.pair -> none
ALTER TABLE public.loses NOT OF;

COMMIT;

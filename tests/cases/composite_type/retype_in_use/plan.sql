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

-- [1/7] alter domain public.home: is made of what is replaced
ALTER DOMAIN public.home RENAME TO home_old;

-- [2/7] alter composite type public.address: attributes: number integer, street text -> number bigint, street text
ALTER TYPE public.address RENAME TO address_old;

-- [3/7] alter composite type public.address: attributes: number integer, street text -> number bigint, street text
CREATE TYPE public.address AS (
    number bigint,
    street text
);

-- [4/7] alter domain public.home: is made of what is replaced
CREATE DOMAIN public.home AS public.address;

-- [5/7] alter composite type public.address: attributes: number integer, street text -> number bigint, street text
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t
    ALTER COLUMN a TYPE public.address USING a::text::public.address,
    ALTER COLUMN b TYPE public.address[] USING b::text[]::public.address[],
    ALTER COLUMN h TYPE public.home USING h::text::public.home;

-- [6/7] alter domain public.home: is made of what is replaced
DROP DOMAIN public.home_old;

-- [7/7] alter composite type public.address: attributes: number integer, street text -> number bigint, street text
DROP TYPE public.address_old;

COMMIT;

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

-- [1/3] create composite type public.address
CREATE TYPE public.address AS (
    street text COLLATE pg_catalog."C",
    number integer
);

-- [2/3] create table public.t
CREATE TABLE public.t (
    a public.address,
    b public.address[]
);

-- [3/3] create comment on composite type public.address
COMMENT ON TYPE public.address IS 'where one lives';

COMMIT;

-- 4 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/4] create domain public.name
CREATE DOMAIN public.name AS text
    COLLATE pg_catalog."C";

-- [2/4] create domain public.positive
SET LOCAL search_path = public;
CREATE DOMAIN public.positive AS integer
    DEFAULT 1
    NOT NULL
    CONSTRAINT positive_check CHECK (VALUE > 0);

-- [3/4] create table public.t
CREATE TABLE public.t (
    a public.positive,
    b name
);

-- [4/4] create comment on domain public.positive
COMMENT ON DOMAIN public.positive IS 'more than nothing';

COMMIT;

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

-- [1/3] create enum public.mood
CREATE TYPE public.mood AS ENUM (
    'sad',
    'ok',
    'it''s great'
);

-- [2/3] create table public.t
SET LOCAL search_path = public;
CREATE TABLE public.t (
    m public.mood DEFAULT 'ok' NOT NULL
);

-- [3/3] create comment on enum public.mood
COMMENT ON TYPE public.mood IS 'how one feels';

COMMIT;

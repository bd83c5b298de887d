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

-- [1/5] create extension citext
SET LOCAL search_path = public;
CREATE EXTENSION citext;

-- [2/5] create enum public."Role"
CREATE TYPE public."Role" AS ENUM (
    'ADMIN',
    'USER'
);

-- [3/5] create enum public.mood
CREATE TYPE public.mood AS ENUM (
    'sad',
    'ok'
);

-- [4/5] create domain public.em
CREATE DOMAIN public.em AS text
    CONSTRAINT em_check CHECK (VALUE ~ '@');

-- [5/5] create table public.t
CREATE TABLE public.t (
    m public.mood,
    r public."Role" DEFAULT 'USER' NOT NULL,
    e public.em,
    c public.citext,
    rs public."Role"[]
);

COMMIT;

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

-- [1/7] alter domain public.mood: values of it are parts of others, where they can't be checked
ALTER DOMAIN public.mood RENAME TO mood_old;

-- [2/7] alter domain public.mood: values of it are parts of others, where they can't be checked
SET LOCAL search_path = public;
CREATE DOMAIN public.mood AS text
    NOT NULL
    CONSTRAINT mood_check CHECK (VALUE <> '');

-- [3/7] alter domain public.moods: is made of what is replaced
ALTER DOMAIN public.moods RENAME TO moods_old;

-- [4/7] alter domain public.moods: is made of what is replaced
CREATE DOMAIN public.moods AS public.mood[];

-- [5/7] alter domain public.moods: is made of what is replaced
-- ! table-rewrite: writes public.days and its indexes anew while nobody can use it
ALTER TABLE public.days ALTER COLUMN moods TYPE public.moods;

-- [6/7] alter domain public.moods: is made of what is replaced
DROP DOMAIN public.moods_old;

-- [7/7] alter domain public.mood: values of it are parts of others, where they can't be checked
DROP DOMAIN public.mood_old;

COMMIT;

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

-- [1/10] create schema app
CREATE SCHEMA app;

-- [2/10] create collation app.plain
CREATE COLLATION app.plain (LOCALE = 'C');

-- [3/10] create collation public.copied
CREATE COLLATION public.copied (LOCALE = 'C');

-- [4/10] create collation public.german
CREATE COLLATION public.german (PROVIDER = icu, LOCALE = 'de_DE');

-- [5/10] create collation public.mixed
CREATE COLLATION public.mixed (LC_COLLATE = 'C', LC_CTYPE = 'POSIX');

-- [6/10] create collation public.nocase
CREATE COLLATION public.nocase (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);

-- [7/10] create domain public.word
CREATE DOMAIN public.word AS text
    COLLATE public.nocase;

-- [8/10] create table public.t
CREATE TABLE public.t (
    a text COLLATE app.plain,
    b text
);

-- [9/10] create index public.t_b
CREATE INDEX t_b ON public.t (b COLLATE public.german);

-- [10/10] create comment on collation public.nocase
COMMENT ON COLLATION public.nocase IS 'A is a';

COMMIT;

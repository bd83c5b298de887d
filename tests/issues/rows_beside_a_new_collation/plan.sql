-- 12 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/12] create schema app
CREATE SCHEMA app;

-- [2/12] rename collation app.moving: renamed from old.moving
ALTER COLLATION old.moving SET SCHEMA app;

-- [3/12] create collation public.ci
CREATE COLLATION public.ci (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);

-- [4/12] create table public.names
CREATE TABLE public.names (
    id integer,
    name text NOT NULL
);

-- [5/12] create table public.words
CREATE TABLE public.words (
    id integer NOT NULL,
    word text COLLATE public.ci,
    CONSTRAINT words_pkey PRIMARY KEY (id),
    CONSTRAINT words_word_key UNIQUE (word)
);

-- [6/12] alter column public.codes.code: collation: pg_catalog."POSIX" -> public.ci
-- ! blocking-index-build: builds the indexes over public.codes.code anew; nobody can use public.codes meanwhile
ALTER TABLE public.codes ALTER COLUMN code TYPE text COLLATE public.ci;

-- [7/12] create index public.names_name
CREATE UNIQUE INDEX names_name ON public.names (name COLLATE public.ci);

-- [8/12] create rows public.codes: 1 row
INSERT INTO public.codes (code, label)
VALUES
    ('v', 'five');

-- [9/12] alter rows public.codes: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: codes[code=x].code: was X
UPDATE public.codes
SET code = 'x'
WHERE code = 'x';

-- [10/12] create rows public.names: 2 rows
INSERT INTO public.names (id, name)
VALUES
    (1, 'a'),
    (2, 'b');

-- [11/12] create rows public.seen: 1 row
INSERT INTO public.seen (k, v)
VALUES
    ('Citronen', 'c');

-- [12/12] create rows public.words: 2 rows
INSERT INTO public.words (id, word)
VALUES
    (1, 'a'),
    (2, 'b');

COMMIT;

-- 8 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/8] drop index public.by_word: uses text search configuration public.plain, which is recreated
DROP INDEX public.by_word;

-- [2/8] create text search parser public.words
CREATE TEXT SEARCH PARSER public.words (
    START = pg_catalog.prsd_start,
    GETTOKEN = pg_catalog.prsd_nexttoken,
    END = pg_catalog.prsd_end,
    LEXTYPES = pg_catalog.prsd_lextype
);

-- [3/8] drop column public.notes.words: uses text search configuration public.plain, which is recreated
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.notes DROP COLUMN words;

-- [4/8] drop text search configuration public.plain: parser: pg_catalog."default" -> public.words
DROP TEXT SEARCH CONFIGURATION public.plain;

-- [5/8] create text search configuration public.plain: parser: pg_catalog."default" -> public.words
CREATE TEXT SEARCH CONFIGURATION public.plain (PARSER = public.words);

-- [6/8] create text search configuration public.plain: parser: pg_catalog."default" -> public.words
ALTER TEXT SEARCH CONFIGURATION public.plain ADD MAPPING FOR word WITH pg_catalog.simple;

-- [7/8] create column public.notes.words: uses text search configuration public.plain, which is recreated
-- ! table-rewrite: writes public.notes anew: each row gets a value of its own
SET LOCAL search_path = public;
ALTER TABLE public.notes
    ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('plain'::regconfig, note)) STORED;

-- [8/8] create index public.by_word: uses text search configuration public.plain, which is recreated
-- ! blocking-index-build: nobody can write to public.notes while it is built
CREATE INDEX by_word ON public.notes USING gin (to_tsvector('public.plain', note));

COMMIT;

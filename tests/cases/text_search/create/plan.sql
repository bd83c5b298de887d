-- 17 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/17] create schema search
CREATE SCHEMA search;

-- [2/17] create text search parser search.words
CREATE TEXT SEARCH PARSER search.words (
    START = pg_catalog.prsd_start,
    GETTOKEN = pg_catalog.prsd_nexttoken,
    END = pg_catalog.prsd_end,
    LEXTYPES = pg_catalog.prsd_lextype,
    HEADLINE = pg_catalog.prsd_headline
);

-- [3/17] create text search template search.plain
CREATE TEXT SEARCH TEMPLATE search.plain (INIT = pg_catalog.dsimple_init, LEXIZE = pg_catalog.dsimple_lexize);

-- [4/17] create text search dictionary search.short
CREATE TEXT SEARCH DICTIONARY search.short (
    TEMPLATE = search.plain,
    stopwords = 'english'
);

-- [5/17] create text search dictionary search.stems
CREATE TEXT SEARCH DICTIONARY search.stems (
    TEMPLATE = pg_catalog.snowball,
    language = 'german',
    stopwords = 'german'
);

-- [6/17] create text search configuration search.copied
CREATE TEXT SEARCH CONFIGURATION search.copied (PARSER = pg_catalog."default");

-- [7/17] create text search configuration search.copied
ALTER TEXT SEARCH CONFIGURATION search.copied
    ADD MAPPING FOR asciihword, hword, hword_asciipart, hword_part WITH pg_catalog.english_stem;

-- [8/17] create text search configuration search.copied
ALTER TEXT SEARCH CONFIGURATION search.copied
    ADD MAPPING FOR asciiword, word WITH search.short, pg_catalog.english_stem;

-- [9/17] create text search configuration search.copied
ALTER TEXT SEARCH CONFIGURATION search.copied
    ADD MAPPING FOR file, "float", host, hword_numpart, "int", numhword, numword, sfloat, uint, url_path, version WITH pg_catalog.simple;

-- [10/17] create text search configuration search.own
CREATE TEXT SEARCH CONFIGURATION search.own (PARSER = search.words);

-- [11/17] create text search configuration search.own
ALTER TEXT SEARCH CONFIGURATION search.own ADD MAPPING FOR "int", word WITH search.stems;

-- [12/17] create table public.t
CREATE TABLE public.t (
    body text
);

-- [13/17] create index public.t_body
SET LOCAL search_path = public;
CREATE INDEX t_body ON public.t USING gin (to_tsvector('search.own', body));

-- [14/17] create comment on text search parser search.words
COMMENT ON TEXT SEARCH PARSER search.words IS 'p';

-- [15/17] create comment on text search template search.plain
COMMENT ON TEXT SEARCH TEMPLATE search.plain IS 't';

-- [16/17] create comment on text search dictionary search.short
COMMENT ON TEXT SEARCH DICTIONARY search.short IS 'd';

-- [17/17] create comment on text search configuration search.own
COMMENT ON TEXT SEARCH CONFIGURATION search.own IS 'c';

COMMIT;

-- 15 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/15] drop text search configuration public.parsed: parser: pg_catalog."default" -> public.words; mappings: word: public.base -> int: public.base, word: public…
DROP TEXT SEARCH CONFIGURATION public.parsed;

-- [2/15] drop text search dictionary public.base: template: pg_catalog.simple -> pg_catalog.snowball; options: none -> language=german
DROP TEXT SEARCH DICTIONARY public.base;

-- [3/15] drop text search template public.plain: init: none -> pg_catalog.dsimple_init
DROP TEXT SEARCH TEMPLATE public.plain;

-- [4/15] drop text search parser public.words: headline: none -> pg_catalog.prsd_headline
DROP TEXT SEARCH PARSER public.words;

-- [5/15] create text search parser public.words: headline: none -> pg_catalog.prsd_headline
CREATE TEXT SEARCH PARSER public.words (
    START = pg_catalog.prsd_start,
    GETTOKEN = pg_catalog.prsd_nexttoken,
    END = pg_catalog.prsd_end,
    LEXTYPES = pg_catalog.prsd_lextype,
    HEADLINE = pg_catalog.prsd_headline
);

-- [6/15] create text search template public.plain: init: none -> pg_catalog.dsimple_init
CREATE TEXT SEARCH TEMPLATE public.plain (INIT = pg_catalog.dsimple_init, LEXIZE = pg_catalog.dsimple_lexize);

-- [7/15] create text search dictionary public.base: template: pg_catalog.simple -> pg_catalog.snowball; options: none -> language=german
CREATE TEXT SEARCH DICTIONARY public.base (
    TEMPLATE = pg_catalog.snowball,
    language = 'german'
);

-- [8/15] alter text search dictionary public.options: options: stopwords=english, accept=true -> stopwords=german
-- ! stale-results: stored tsvectors and indexes were made with the old options: rebuild them
ALTER TEXT SEARCH DICTIONARY public.options (stopwords = 'german', accept);

-- [9/15] alter text search configuration public.mapped: mappings: asciihword: pg_catalog.english_stem, asciiword: pg_catalog.english_stem, email: pg_catalog.simpl…
-- ! stale-results: stored tsvectors and indexes were made with the old mappings: rebuild them
ALTER TEXT SEARCH CONFIGURATION public.mapped DROP MAPPING FOR email;

-- [10/15] alter text search configuration public.mapped: mappings: asciihword: pg_catalog.english_stem, asciiword: pg_catalog.english_stem, email: pg_catalog.simp…
ALTER TEXT SEARCH CONFIGURATION public.mapped
    ALTER MAPPING FOR word WITH public.options, pg_catalog.simple;

-- [11/15] create text search configuration public.parsed: parser: pg_catalog."default" -> public.words; mappings: word: public.base -> int: public.base, word: pub…
CREATE TEXT SEARCH CONFIGURATION public.parsed (PARSER = public.words);

-- [12/15] create text search configuration public.parsed: parser: pg_catalog."default" -> public.words; mappings: word: public.base -> int: public.base, word: pub…
ALTER TEXT SEARCH CONFIGURATION public.parsed ADD MAPPING FOR "int", word WITH public.base;

-- [13/15] create comment on text search parser public.words
COMMENT ON TEXT SEARCH PARSER public.words IS 'stays';

-- [14/15] create comment on text search dictionary public.base
COMMENT ON TEXT SEARCH DICTIONARY public.base IS 'stays';

-- [15/15] create comment on text search configuration public.parsed
COMMENT ON TEXT SEARCH CONFIGURATION public.parsed IS 'stays';

COMMIT;

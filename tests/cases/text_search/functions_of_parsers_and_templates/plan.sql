-- 13 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/13] drop column public.t.b: uses text search configuration public.of_words, which is recreated
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.t DROP COLUMN b;

-- [2/13] drop text search configuration public.of_words: uses text search parser public.words, which is recreated
DROP TEXT SEARCH CONFIGURATION public.of_words;

-- [3/13] drop text search dictionary public.of_plain: uses text search template public.plain, which is recreated
DROP TEXT SEARCH DICTIONARY public.of_plain;

-- [4/13] drop text search template public.plain: lexize: pg_catalog.dsimple_lexize -> public.own_lexize
DROP TEXT SEARCH TEMPLATE public.plain;

-- [5/13] drop text search parser public.words: start: pg_catalog.prsd_start -> public.own_start; gettoken: pg_catalog.prsd_nexttoken -> public.own_token; end: pg_…
DROP TEXT SEARCH PARSER public.words;

-- [6/13] create text search parser public.words: start: pg_catalog.prsd_start -> public.own_start; gettoken: pg_catalog.prsd_nexttoken -> public.own_token; end: p…
CREATE TEXT SEARCH PARSER public.words (
    START = public.own_start,
    GETTOKEN = public.own_token,
    END = public.own_end,
    LEXTYPES = public.own_types
);

-- [7/13] create text search template public.plain: lexize: pg_catalog.dsimple_lexize -> public.own_lexize
CREATE TEXT SEARCH TEMPLATE public.plain (LEXIZE = public.own_lexize);

-- [8/13] create text search dictionary public.of_plain: uses text search template public.plain, which is recreated
CREATE TEXT SEARCH DICTIONARY public.of_plain (
    TEMPLATE = public.plain
);

-- [9/13] create text search configuration public.of_words: uses text search parser public.words, which is recreated
CREATE TEXT SEARCH CONFIGURATION public.of_words (PARSER = public.words);

-- [10/13] create text search configuration public.of_words: uses text search parser public.words, which is recreated
ALTER TEXT SEARCH CONFIGURATION public.of_words ADD MAPPING FOR word WITH public.of_plain;

-- [11/13] create column public.t.b: uses text search configuration public.of_words, which is recreated
-- ! table-rewrite: writes public.t anew: each row gets a value of its own
SET LOCAL search_path = public;
ALTER TABLE public.t
    ADD COLUMN b tsvector GENERATED ALWAYS AS (to_tsvector('of_words', a)) STORED;

-- [12/13] create comment on text search parser public.words
COMMENT ON TEXT SEARCH PARSER public.words IS 'stays';

-- [13/13] create comment on text search configuration public.of_words
COMMENT ON TEXT SEARCH CONFIGURATION public.of_words IS 'stays too';

COMMIT;

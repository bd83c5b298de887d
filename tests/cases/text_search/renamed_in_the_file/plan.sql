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

-- [1/4] create text search dictionary public.plain_words
CREATE TEXT SEARCH DICTIONARY public.plain_words (
    TEMPLATE = pg_catalog.simple
);

-- [2/4] create text search configuration public.plain_search
CREATE TEXT SEARCH CONFIGURATION public.plain_search (PARSER = pg_catalog."default");

-- [3/4] create text search configuration public.plain_search
ALTER TEXT SEARCH CONFIGURATION public.plain_search ADD MAPPING FOR word WITH public.plain_words;

-- [4/4] create comment on text search configuration public.plain_search
COMMENT ON TEXT SEARCH CONFIGURATION public.plain_search IS 'as it is called now';

COMMIT;

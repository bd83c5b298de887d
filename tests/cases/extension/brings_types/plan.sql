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

-- [1/4] create extension hstore
SET LOCAL search_path = public;
CREATE EXTENSION hstore;

-- [2/4] create extension pg_trgm
CREATE EXTENSION pg_trgm;

-- [3/4] create column public.words.tags
ALTER TABLE public.words ADD COLUMN tags public.hstore DEFAULT 'a=>1';

-- [4/4] create index public.words_word_idx
-- ! blocking-index-build: nobody can write to public.words while it is built
CREATE INDEX words_word_idx ON public.words USING gin (word public.gin_trgm_ops);

COMMIT;

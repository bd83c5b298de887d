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

-- [1/4] drop text search configuration public.c
DROP TEXT SEARCH CONFIGURATION public.c;

-- [2/4] drop text search dictionary public.d
DROP TEXT SEARCH DICTIONARY public.d;

-- [3/4] drop text search template public.plain
DROP TEXT SEARCH TEMPLATE public.plain;

-- [4/4] drop text search parser public.words
DROP TEXT SEARCH PARSER public.words;

COMMIT;

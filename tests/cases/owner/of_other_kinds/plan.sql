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

-- [1/12] alter owner of server elsewhere: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of elsewhere
ALTER SERVER elsewhere OWNER TO keeper;

-- [2/12] alter owner of language other: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of other
ALTER LANGUAGE other OWNER TO keeper;

-- [3/12] alter owner of collation public.plain: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.plain
ALTER COLLATION public.plain OWNER TO keeper;

-- [4/12] alter owner of range type public.span: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.span
ALTER TYPE public.span OWNER TO keeper;

-- [5/12] alter owner of operator public.===(integer, integer): role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.===(integer, integer)
ALTER OPERATOR public.===(integer, integer) OWNER TO keeper;

-- [6/12] alter owner of operator family public.numbers USING btree: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.numbers USING btree
ALTER OPERATOR FAMILY public.numbers USING btree OWNER TO keeper;

-- [7/12] alter owner of operator class public.backwards USING btree: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.backwards USING btree
ALTER OPERATOR CLASS public.backwards USING btree OWNER TO keeper;

-- [8/12] alter owner of conversion public.from_latin1: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.from_latin1
ALTER CONVERSION public.from_latin1 OWNER TO keeper;

-- [9/12] alter owner of text search dictionary public.words: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.words
ALTER TEXT SEARCH DICTIONARY public.words OWNER TO keeper;

-- [10/12] alter owner of text search configuration public.search: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.search
ALTER TEXT SEARCH CONFIGURATION public.search OWNER TO keeper;

-- [11/12] alter owner of table public.far: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.far
ALTER TABLE public.far OWNER TO keeper;

-- [12/12] alter owner of publication news: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of news
ALTER PUBLICATION news OWNER TO keeper;

COMMIT;

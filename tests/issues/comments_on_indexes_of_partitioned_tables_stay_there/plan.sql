-- 6 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/6] drop comment on index public.by_name: the change of column public.events.name would give it to the indexes of partitions too
COMMENT ON INDEX public.by_name IS NULL;

-- [2/6] drop comment on index public.by_place: text: for the map -> for the map of all
COMMENT ON INDEX public.by_place IS NULL;

-- [3/6] alter column public.events.name: collation: pg_catalog."C" -> none
-- ! blocking-index-build: builds the indexes over public.events.name anew; nobody can use public.events meanwhile
ALTER TABLE public.events ALTER COLUMN name TYPE text;

-- [4/6] alter column public.events.place: type: character varying(10) -> character varying(20)
ALTER TABLE public.events ALTER COLUMN place TYPE character varying(20);

-- [5/6] create comment on index public.by_name: the change of column public.events.name would give it to the indexes of partitions too
COMMENT ON INDEX public.by_name IS 'for the search';

-- [6/6] create comment on index public.by_place: text: for the map -> for the map of all
COMMENT ON INDEX public.by_place IS 'for the map of all';

COMMIT;

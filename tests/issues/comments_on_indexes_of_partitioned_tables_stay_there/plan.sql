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

-- [1/12] drop comment on index public.by_codes: the change of column public.events.codes would give it to the indexes of partitions too
COMMENT ON INDEX public.by_codes IS NULL;

-- [2/12] drop comment on index public.by_name: the change of column public.events.name would give it to the indexes of partitions too
COMMENT ON INDEX public.by_name IS NULL;

-- [3/12] drop comment on index public.by_place: text: for the map -> for the map of all
COMMENT ON INDEX public.by_place IS NULL;

-- [4/12] alter domain public.code: base type: text -> character varying(10)
-- ! data-loss: not every value of public.events.codes is known to keep its value
ALTER DOMAIN public.code RENAME TO code_old;

-- [5/12] alter domain public.code: base type: text -> character varying(10)
CREATE DOMAIN public.code AS character varying(10);

-- [6/12] alter domain public.code: base type: text -> character varying(10)
-- ! table-rewrite: writes public.events and its indexes anew while nobody can use it
ALTER TABLE public.events
    ALTER COLUMN codes TYPE public.code[] USING codes::text[]::public.code[];

-- [7/12] alter domain public.code: base type: text -> character varying(10)
DROP DOMAIN public.code_old;

-- [8/12] alter column public.events.name: collation: pg_catalog."C" -> none
-- ! blocking-index-build: builds the indexes over public.events.name anew; nobody can use public.events meanwhile
ALTER TABLE public.events ALTER COLUMN name TYPE text;

-- [9/12] alter column public.events.place: type: character varying(10) -> character varying(20)
ALTER TABLE public.events ALTER COLUMN place TYPE character varying(20);

-- [10/12] create comment on index public.by_codes: the change of column public.events.codes would give it to the indexes of partitions too
COMMENT ON INDEX public.by_codes IS 'for machines';

-- [11/12] create comment on index public.by_name: the change of column public.events.name would give it to the indexes of partitions too
COMMENT ON INDEX public.by_name IS 'for the search';

-- [12/12] create comment on index public.by_place: text: for the map -> for the map of all
COMMENT ON INDEX public.by_place IS 'for the map of all';

COMMIT;

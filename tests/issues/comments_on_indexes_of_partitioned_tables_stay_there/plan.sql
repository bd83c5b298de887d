-- 7 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/7] alter domain public.code: base type: text -> character varying(10)
-- ! data-loss: not every value of public.events.codes is known to keep its value
ALTER DOMAIN public.code RENAME TO code_old;

-- [2/7] alter domain public.code: base type: text -> character varying(10)
CREATE DOMAIN public.code AS character varying(10);

-- [3/7] alter domain public.code: base type: text -> character varying(10)
-- ! table-rewrite: writes public.events and its indexes anew while nobody can use it
ALTER TABLE public.events
    ALTER COLUMN codes TYPE public.code[] USING codes::text[]::public.code[];

-- [4/7] alter domain public.code: base type: text -> character varying(10)
DROP DOMAIN public.code_old;

-- [5/7] alter column public.events.name: collation: pg_catalog."C" -> none
-- ! blocking-index-build: builds the indexes over public.events.name anew; nobody can use public.events meanwhile
ALTER TABLE public.events ALTER COLUMN name TYPE text;

-- [6/7] alter column public.events.place: type: character varying(10) -> character varying(20)
ALTER TABLE public.events ALTER COLUMN place TYPE character varying(20);

-- [7/7] alter comment on index public.by_place: text: for the map -> for the map of all
COMMENT ON INDEX public.by_place IS 'for the map of all';

COMMIT;

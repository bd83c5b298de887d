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

-- [1/4] drop comment on index public.stays
COMMENT ON INDEX public.stays IS NULL;

-- [2/4] drop index public.moves: table: public.t -> public.u
DROP INDEX public.moves;

-- [3/4] create index public.moves: table: public.t -> public.u
-- ! blocking-index-build: nobody can write to public.u while it is built
CREATE INDEX moves ON public.u (a);

-- [4/4] create comment on index public.moves: text: before -> after
COMMENT ON INDEX public.moves IS 'after';

COMMIT;

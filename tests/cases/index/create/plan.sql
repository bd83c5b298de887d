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

-- [1/7] create index public.clustered
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX clustered ON public.t (c);

-- [2/7] create index public.clustered
ALTER TABLE public.t CLUSTER ON clustered;

-- [3/7] create index public.everything
-- ! blocking-index-build: nobody can write to public.t while it is built
SET LOCAL search_path = public;
CREATE UNIQUE INDEX everything ON public.t (a DESC NULLS LAST, lower(b) COLLATE pg_catalog."C", (b || 'x') pg_catalog.text_pattern_ops) INCLUDE (c)
    WITH (fillfactor=80)
    WHERE a > 0;

-- [4/7] create index public.everything
ALTER INDEX public.everything ALTER COLUMN 2 SET STATISTICS 100;

-- [5/7] create index public."json"
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX "json" ON public.t USING gin (d pg_catalog.jsonb_path_ops);

-- [6/7] create index public.simple
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX simple ON public.t (a);

-- [7/7] create comment on index public.simple
COMMENT ON INDEX public.simple IS 'nothing special';

COMMIT;

-- 3 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/3] drop index public.changed: elements: words pg_catalog.tsvector_ops (siglen=100) -> words pg_catalog.tsvector_ops (siglen=200)
DROP INDEX public.changed;

-- [2/3] create index public.added
-- ! blocking-index-build: nobody can write to public.documents while it is built
CREATE INDEX added ON public.documents USING gist (words pg_catalog.tsvector_ops (siglen=100));

-- [3/3] create index public.changed: elements: words pg_catalog.tsvector_ops (siglen=100) -> words pg_catalog.tsvector_ops (siglen=200)
-- ! blocking-index-build: nobody can write to public.documents while it is built
CREATE INDEX changed ON public.documents USING gist (words pg_catalog.tsvector_ops (siglen=200));

COMMIT;

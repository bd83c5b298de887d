-- 11 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/11] drop constraint public.t.becomes_key: type: unique -> primary key
ALTER TABLE public.t DROP CONSTRAINT becomes_key;

-- [2/11] drop constraint public.t.includes: include: none -> a
ALTER TABLE public.t DROP CONSTRAINT includes;

-- [3/11] drop constraint public.t.inherited: no inherit: no -> yes
ALTER TABLE public.t DROP CONSTRAINT inherited;

-- [4/11] drop constraint public.t.method: method: gist -> btree
ALTER TABLE public.t DROP CONSTRAINT method;

-- [5/11] drop constraint public.t.predicate: predicate: (a > 0) -> a > 1
ALTER TABLE public.t DROP CONSTRAINT predicate;

-- [6/11] create constraint public.t.becomes_key: type: unique -> primary key
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT becomes_key PRIMARY KEY (a);

-- [7/11] create constraint public.t.includes: include: none -> a
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT includes UNIQUE (b) INCLUDE (a);

-- [8/11] create constraint public.t.inherited: no inherit: no -> yes
-- ! full-scan: reads all of public.t while nobody can use it
SET LOCAL search_path = public;
ALTER TABLE public.t ADD CONSTRAINT inherited CHECK (a > 0) NO INHERIT;

-- [9/11] create constraint public.t.method: method: gist -> btree
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT method EXCLUDE USING btree (r WITH =);

-- [10/11] create constraint public.t.predicate: predicate: (a > 0) -> a > 1
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT predicate EXCLUDE USING gist (r WITH &&) WHERE (a > 1);

-- [11/11] create comment on constraint public.t.becomes_key
COMMENT ON CONSTRAINT becomes_key ON public.t IS 'stays';

COMMIT;

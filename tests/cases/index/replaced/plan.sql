-- 13 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/13] drop index public.columns: elements: a -> a, b
DROP INDEX public.columns;

-- [2/13] drop index public.expression: elements: lower(b) -> upper(b)
DROP INDEX public.expression;

-- [3/13] drop index public.included: include: none -> b
DROP INDEX public.included;

-- [4/13] drop index public.method: method: btree -> hash
DROP INDEX public.method;

-- [5/13] drop index public.predicate: predicate: (a > 0) -> a > 1
DROP INDEX public.predicate;

-- [6/13] drop index public.uniqueness: unique: no -> yes
DROP INDEX public.uniqueness;

-- [7/13] create index public.columns: elements: a -> a, b
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX columns ON public.t (a, b);

-- [8/13] create index public.expression: elements: lower(b) -> upper(b)
-- ! blocking-index-build: nobody can write to public.t while it is built
SET LOCAL search_path = public;
CREATE INDEX expression ON public.t (upper(b));

-- [9/13] create index public.included: include: none -> b
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX included ON public.t (a) INCLUDE (b);

-- [10/13] create index public.method: method: btree -> hash
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX method ON public.t USING hash (b);

-- [11/13] create index public.predicate: predicate: (a > 0) -> a > 1
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX predicate ON public.t (a)
    WHERE a > 1;

-- [12/13] create index public.uniqueness: unique: no -> yes
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE UNIQUE INDEX uniqueness ON public.t (a);

-- [13/13] create comment on index public.columns
COMMENT ON INDEX public.columns IS 'kept';

COMMIT;

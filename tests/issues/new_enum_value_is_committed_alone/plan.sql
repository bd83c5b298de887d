-- 10 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/10] alter enum public.e: labels: a, b -> a, n, b
ALTER TYPE public.e ADD VALUE 'n' AFTER 'a';

COMMIT;

BEGIN;

-- [2/10] drop policy public.t.po: using: ((x = 'a'::public.e) AND (y = 1)) -> x = 'n' AND y = 1
DROP POLICY po ON public.t;

-- [3/10] drop materialized view public.mv: query: SELECT t.id FROM public.t WHERE (t.x = 'a'::public.e) -> SELECT id FROM t WHERE x = 'n'
-- ! breaks-clients: queries wait until it is there again
DROP MATERIALIZED VIEW public.mv;

-- [4/10] drop index public.i: predicate: (x = 'a'::public.e) -> x = 'n'
DROP INDEX public.i;

-- [5/10] drop constraint public.t.c: check: ((x <> 'b'::public.e) OR (y > 0)) -> x <> 'n' AND y >= 1
ALTER TABLE public.t DROP CONSTRAINT c;

-- [6/10] alter column public.t.y: type: integer -> bigint
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t ALTER COLUMN y TYPE bigint;

-- [7/10] create constraint public.t.c: check: ((x <> 'b'::public.e) OR (y > 0)) -> x <> 'n' AND y >= 1
-- ! full-scan: reads all of public.t while nobody can use it
SET LOCAL search_path = public;
ALTER TABLE public.t ADD CONSTRAINT c CHECK (x <> 'n' AND y >= 1);

-- [8/10] create index public.i: predicate: (x = 'a'::public.e) -> x = 'n'
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX i ON public.t (id)
    WHERE x = 'n';

-- [9/10] create materialized view public.mv: query: SELECT t.id FROM public.t WHERE (t.x = 'a'::public.e) -> SELECT id FROM t WHERE x = 'n'
-- ! table-rewrite: runs the query of the materialized view again
CREATE MATERIALIZED VIEW public.mv AS
SELECT id FROM t WHERE x = 'n';

-- [10/10] create policy public.t.po: using: ((x = 'a'::public.e) AND (y = 1)) -> x = 'n' AND y = 1
-- ! widens-access: the policy may let more rows be seen: ((x = 'a'::public.e) AND (y = 1)) -> x = 'n' AND y = 1
CREATE POLICY po ON public.t
    AS RESTRICTIVE
    FOR UPDATE
    USING (x = 'n' AND y = 1);

COMMIT;

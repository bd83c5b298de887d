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

-- [1/12] drop view public.v: uses function public.f(integer), which is dropped
DROP VIEW public.v;

-- [2/12] drop index public.i: uses function public.f(integer), which is dropped
DROP INDEX public.i;

-- [3/12] drop constraint public.t.t_id_check: uses function public.f(integer), which is dropped
ALTER TABLE public.t DROP CONSTRAINT t_id_check;

-- [4/12] drop default public.t.d: uses function public.f(integer), which is dropped
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;

-- [5/12] drop column public.t.g: uses function public.f(integer), which is dropped
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.t DROP COLUMN g;

-- [6/12] drop function public.f(integer)
DROP FUNCTION public.f(integer);

-- [7/12] create column public.t.g: uses function public.f(integer), which is dropped
-- ! table-rewrite: writes public.t anew: each row gets a value of its own
SET LOCAL search_path = public;
ALTER TABLE public.t ADD COLUMN g text GENERATED ALWAYS AS (f(id)) STORED;

-- [8/12] create default public.t.d: uses function public.f(integer), which is dropped
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT f(1);

-- [9/12] create constraint public.t.t_id_check: uses function public.f(integer), which is dropped
-- ! full-scan: reads all of public.t while nobody can use it
ALTER TABLE public.t ADD CONSTRAINT t_id_check CHECK (f(id) <> 'q');

-- [10/12] create index public.i: uses function public.f(integer), which is dropped
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX i ON public.t (f(id));

-- [11/12] create view public.v: uses function public.f(integer), which is dropped
CREATE VIEW public.v AS
SELECT f(1) AS x;

-- [12/12] create view public.v2
CREATE VIEW public.v2 AS
SELECT f(1) AS y;

COMMIT;

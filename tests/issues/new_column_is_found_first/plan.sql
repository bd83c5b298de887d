-- 9 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/9] drop view public.whole: query: SELECT a.*::public.a AS a FROM public.a -> SELECT a FROM a
DROP VIEW public.whole;

-- [2/9] create column public.a.a
ALTER TABLE public.a ADD COLUMN a text;

-- [3/9] create column public.a.full_name
ALTER TABLE public.a ADD COLUMN full_name text;

-- [4/9] create column public.b.y
ALTER TABLE public.b ADD COLUMN y integer;

-- [5/9] alter view public.inner_one: query: SELECT ( SELECT max(b.x) AS max FROM public.b WHERE (b.id = a.y)) AS m FROM public.a -> SELECT (SELECT max(x) FROM b W…
SET LOCAL search_path = public;
CREATE OR REPLACE VIEW public.inner_one AS
SELECT (SELECT max(x) FROM b WHERE b.id = y) AS m FROM a;

-- [6/9] alter view public.joined: query: SELECT a.id FROM (public.a JOIN public.b USING (id)) -> SELECT a.id FROM a NATURAL JOIN b
CREATE OR REPLACE VIEW public.joined AS
SELECT a.id FROM a NATURAL JOIN b;

-- [7/9] alter view public.of_the_row: query: SELECT public.full_name(a.*) AS full_name FROM public.a -> SELECT a.full_name FROM a
CREATE OR REPLACE VIEW public.of_the_row AS
SELECT a.full_name FROM a;

-- [8/9] create view public.whole: query: SELECT a.*::public.a AS a FROM public.a -> SELECT a FROM a
CREATE VIEW public.whole AS
SELECT a FROM a;

-- [9/9] alter policy public.a.p: using: (EXISTS ( SELECT FROM public.b WHERE (b.id = a.y))) -> EXISTS (SELECT FROM b WHERE b.id = y)
-- ! widens-access: the policy may let more rows be seen: (EXISTS ( SELECT FROM public.b WHERE (b.id = a.y))) -> EXISTS (SELECT FROM b WHERE b.id = y)
ALTER POLICY p ON public.a
    USING (EXISTS (SELECT FROM b WHERE b.id = y));

COMMIT;

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

-- [1/11] drop view public.all_of_that: query: SELECT all_of_t.id, all_of_t.gone FROM public.all_of_t WHERE (all_of_t.id > 1) -> SELECT * FROM all_of_t WHERE id > …
DROP VIEW public.all_of_that;

-- [2/11] drop view public.all_of_t: query: SELECT t.id, t.gone FROM public.t -> SELECT * FROM t
DROP VIEW public.all_of_t;

-- [3/11] drop view public.all_of_the_child: query: SELECT child.a, child.gone FROM public.child -> SELECT * FROM child
DROP VIEW public.all_of_the_child;

-- [4/11] create column public.t.new
ALTER TABLE public.t ADD COLUMN new text;

-- [5/11] drop column public.parent.gone
-- ! data-loss: drops the column and its values
ALTER TABLE ONLY public.parent DROP COLUMN gone;

-- [6/11] drop column public.parent.gone
-- ! data-loss: drops the column of public.child and its values
ALTER TABLE public.child DROP COLUMN gone;

-- [7/11] create view public.all_of_the_child: query: SELECT child.a, child.gone FROM public.child -> SELECT * FROM child
SET LOCAL search_path = public;
CREATE VIEW public.all_of_the_child AS
SELECT * FROM child;

-- [8/11] drop column public.t.gone
-- ! data-loss: drops the column and its values
ALTER TABLE public.t DROP COLUMN gone;

-- [9/11] create view public.all_of_t: query: SELECT t.id, t.gone FROM public.t -> SELECT * FROM t
CREATE VIEW public.all_of_t AS
SELECT * FROM t;

-- [10/11] create view public.all_of_that: query: SELECT all_of_t.id, all_of_t.gone FROM public.all_of_t WHERE (all_of_t.id > 1) -> SELECT * FROM all_of_t WHERE id…
CREATE VIEW public.all_of_that AS
SELECT * FROM all_of_t WHERE id > 1;

-- [11/11] create view public.new_one
CREATE VIEW public.new_one AS
SELECT t.* FROM t WHERE t.id > 1;

COMMIT;

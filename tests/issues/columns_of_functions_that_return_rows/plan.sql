-- 17 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/17] drop view public.all_of_table: query: SELECT of_table.a, of_table.gone FROM public.of_table() of_table(a, gone) -> SELECT * FROM of_table()
DROP VIEW public.all_of_table;

-- [2/17] drop view public.all_of_type: query: SELECT of_type.a, of_type.b, of_type.gone FROM public.of_type() of_type(a, b, gone) -> SELECT * FROM of_type()
DROP VIEW public.all_of_type;

-- [3/17] drop view public.field: uses column public.c.b, which is altered
DROP VIEW public.field;

-- [4/17] drop view public.some_of_type: uses column public.c.b, which is altered
DROP VIEW public.some_of_type;

-- [5/17] alter composite type public.c: attributes: a integer, b integer, gone integer -> a integer, b bigint, d text
ALTER TYPE public.c DROP ATTRIBUTE gone;

-- [6/17] alter composite type public.c: attributes: a integer, b integer, gone integer -> a integer, b bigint, d text
ALTER TYPE public.c ALTER ATTRIBUTE b TYPE bigint;

-- [7/17] alter composite type public.c: attributes: a integer, b integer, gone integer -> a integer, b bigint, d text
ALTER TYPE public.c ADD ATTRIBUTE d text;

-- [8/17] alter function public.of_type(): body: SELECT 1, 2, 3 -> SELECT 1, 2::bigint, '3'
CREATE OR REPLACE FUNCTION public.of_type() RETURNS SETOF public.c
    LANGUAGE sql
    AS $$SELECT 1, 2::bigint, '3'$$;

-- [9/17] create column public.grows.b
ALTER TABLE public.grows ADD COLUMN b text;

-- [10/17] alter view public.all_of_grows: query: SELECT of_grows.a FROM public.of_grows() of_grows(a) -> SELECT * FROM of_grows()
SET LOCAL search_path = public;
CREATE OR REPLACE VIEW public.all_of_grows AS
SELECT * FROM of_grows();

-- [11/17] create view public.all_of_type: query: SELECT of_type.a, of_type.b, of_type.gone FROM public.of_type() of_type(a, b, gone) -> SELECT * FROM of_type()
CREATE VIEW public.all_of_type AS
SELECT * FROM of_type();

-- [12/17] create view public.field: uses column public.c.b, which is altered
CREATE VIEW public.field AS
SELECT (of_type()).b AS x;

-- [13/17] alter view public.r: query: SELECT grows.a FROM public.grows -> SELECT a, b FROM grows
CREATE OR REPLACE VIEW public.r AS
SELECT a, b FROM grows;

-- [14/17] alter view public.all_of_view: query: SELECT of_view.a FROM public.of_view() of_view(a) -> SELECT * FROM of_view()
CREATE OR REPLACE VIEW public.all_of_view AS
SELECT * FROM of_view();

-- [15/17] create view public.some_of_type: uses column public.c.b, which is altered
CREATE VIEW public.some_of_type AS
SELECT b FROM of_type();

-- [16/17] drop column public.t.gone
-- ! data-loss: drops the column and its values
ALTER TABLE public.t DROP COLUMN gone;

-- [17/17] create view public.all_of_table: query: SELECT of_table.a, of_table.gone FROM public.of_table() of_table(a, gone) -> SELECT * FROM of_table()
CREATE VIEW public.all_of_table AS
SELECT * FROM of_table();

COMMIT;

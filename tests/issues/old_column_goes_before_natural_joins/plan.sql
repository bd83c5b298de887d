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

-- [1/7] drop view public.uv: query: SELECT u.id, u.city FROM public.u -> SELECT id, city FROM u NATURAL JOIN a
DROP VIEW public.uv;

-- [2/7] drop function public.uf(): sql body: BEGIN ATOMIC SELECT u.city FROM public.u; END -> BEGIN ATOMIC SELECT city FROM u NATURAL JOIN a; END
DROP FUNCTION public.uf();

-- [3/7] create column public.a.city
ALTER TABLE public.a ADD COLUMN city text;

-- [4/7] drop column public.u.city
-- ! data-loss: drops the column and its values
ALTER TABLE public.u DROP COLUMN city;

-- [5/7] create function public.uf(): sql body: BEGIN ATOMIC SELECT u.city FROM public.u; END -> BEGIN ATOMIC SELECT city FROM u NATURAL JOIN a; END
SET LOCAL search_path = public;
CREATE FUNCTION public.uf() RETURNS SETOF text
    LANGUAGE sql
BEGIN ATOMIC SELECT city FROM u NATURAL JOIN a; END;

-- [6/7] alter view public.nv: query: SELECT a.id, 1 AS one FROM public.a -> SELECT id, 1 AS one FROM a NATURAL JOIN u
CREATE OR REPLACE VIEW public.nv AS
SELECT id, 1 AS one FROM a NATURAL JOIN u;

-- [7/7] create view public.uv: query: SELECT u.id, u.city FROM public.u -> SELECT id, city FROM u NATURAL JOIN a
CREATE VIEW public.uv AS
SELECT id, city FROM u NATURAL JOIN a;

COMMIT;

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

-- [1/11] drop policy public.a.p: uses column public.u.city, which is dropped
DROP POLICY p ON public.a;

-- [2/11] drop view far.of_t: uses column near.t.id, which is dropped
DROP VIEW far.of_t;

-- [3/11] drop view public.over_uv: uses view public.uv, which is recreated
DROP VIEW public.over_uv;

-- [4/11] drop view public.uv: query: SELECT u.id, u.city FROM public.u -> SELECT u.id, city FROM u JOIN a ON uid = id
DROP VIEW public.uv;

-- [5/11] alter view public.in_place: query: SELECT u.id, u.city FROM public.u -> SELECT u.id, a.city FROM u JOIN a ON uid = id
SET LOCAL search_path = public;
CREATE OR REPLACE VIEW public.in_place AS
SELECT u.id, a.city FROM u JOIN a ON uid = id;

-- [6/11] drop column public.u.city
-- ! data-loss: drops the column and its values
ALTER TABLE public.u DROP COLUMN city;

-- [7/11] create view public.uv: query: SELECT u.id, u.city FROM public.u -> SELECT u.id, city FROM u JOIN a ON uid = id
CREATE VIEW public.uv AS
SELECT u.id, city FROM u JOIN a ON uid = id;

-- [8/11] create view public.over_uv: uses view public.uv, which is recreated
CREATE VIEW public.over_uv AS
SELECT id FROM uv;

-- [9/11] create policy public.a.p: uses column public.u.city, which is dropped
CREATE POLICY p ON public.a
    USING (EXISTS (SELECT FROM u WHERE city = 'x'));

-- [10/11] drop table near.t
-- ! data-loss: drops the table and its rows
DROP TABLE near.t;

-- [11/11] create view far.of_t: uses column near.t.id, which is dropped
SET LOCAL search_path = near, far;
CREATE VIEW far.of_t AS
SELECT id FROM t;

COMMIT;

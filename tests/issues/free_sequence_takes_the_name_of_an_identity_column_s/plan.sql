-- 4 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/4] drop view public.v: query: SELECT nextval('public.t_z_seq'::regclass) AS x, t_z_seq.last_value FROM public.t_z_seq -> SELECT nextval('t_z_seq') AS x, last…
DROP VIEW public.v;

-- [2/4] drop column public.t.z
-- ! data-loss: drops the column and its values
ALTER TABLE public.t DROP COLUMN z;

-- [3/4] create sequence public.t_z_seq
CREATE SEQUENCE public.t_z_seq AS integer;

-- [4/4] create view public.v: query: SELECT nextval('public.t_z_seq'::regclass) AS x, t_z_seq.last_value FROM public.t_z_seq -> SELECT nextval('t_z_seq') AS x, la…
SET LOCAL search_path = public;
CREATE VIEW public.v AS
SELECT nextval('t_z_seq') AS x, last_value FROM t_z_seq;

COMMIT;

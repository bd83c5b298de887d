-- 6 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/6] drop view public.upper_names: uses view public.names, which is recreated
DROP VIEW public.upper_names;

-- [2/6] drop view public.names: uses materialized view public.active, which is recreated
DROP VIEW public.names;

-- [3/6] drop materialized view public.active: query: SELECT staff.id, staff.name FROM public.staff WHERE (staff.status = 'active'::text) -> SELECT id, name, statu…
-- ! breaks-clients: queries wait until it is there again
DROP MATERIALIZED VIEW public.active;

-- [4/6] create materialized view public.active: query: SELECT staff.id, staff.name FROM public.staff WHERE (staff.status = 'active'::text) -> SELECT id, name, sta…
-- ! table-rewrite: runs the query of the materialized view again
SET LOCAL search_path = public;
CREATE MATERIALIZED VIEW public.active AS
SELECT id, name, status FROM staff WHERE status = 'active';

-- [5/6] create view public.names: uses materialized view public.active, which is recreated
CREATE VIEW public.names AS
SELECT name FROM active;

-- [6/6] create view public.upper_names: uses view public.names, which is recreated
CREATE VIEW public.upper_names AS
SELECT upper(name) AS name FROM names;

COMMIT;

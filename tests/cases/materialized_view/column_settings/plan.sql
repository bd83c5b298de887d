-- 8 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/8] drop materialized view public.made_anew: query: SELECT t.id, t.name FROM public.t -> SELECT id, upper(name) AS name FROM t; column settings: id STATISTICS…
-- ! breaks-clients: queries wait until it is there again
DROP MATERIALIZED VIEW public.made_anew;

-- [2/8] alter materialized view public.m: column settings: id STATISTICS 50, name STORAGE EXTERNAL, note (n_distinct=10) -> id STATISTICS 100 STORAGE PLAIN, name …
ALTER MATERIALIZED VIEW public.m ALTER COLUMN id SET STATISTICS 100;

-- [3/8] alter materialized view public.m: column settings: id STATISTICS 50, name STORAGE EXTERNAL, note (n_distinct=10) -> id STATISTICS 100 STORAGE PLAIN, name …
ALTER MATERIALIZED VIEW public.m ALTER COLUMN name SET STORAGE EXTENDED;

-- [4/8] alter materialized view public.m: column settings: id STATISTICS 50, name STORAGE EXTERNAL, note (n_distinct=10) -> id STATISTICS 100 STORAGE PLAIN, name …
ALTER MATERIALIZED VIEW public.m ALTER COLUMN note SET (n_distinct_inherited=5);

-- [5/8] alter materialized view public.m: column settings: id STATISTICS 50, name STORAGE EXTERNAL, note (n_distinct=10) -> id STATISTICS 100 STORAGE PLAIN, name …
ALTER MATERIALIZED VIEW public.m ALTER COLUMN note RESET (n_distinct);

-- [6/8] create materialized view public.made_anew: query: SELECT t.id, t.name FROM public.t -> SELECT id, upper(name) AS name FROM t; column settings: id STATISTI…
-- ! table-rewrite: runs the query of the materialized view again
SET LOCAL search_path = public;
CREATE MATERIALIZED VIEW public.made_anew AS
SELECT id, upper(name) AS name FROM t;

-- [7/8] create materialized view public.made_anew: query: SELECT t.id, t.name FROM public.t -> SELECT id, upper(name) AS name FROM t; column settings: id STATISTI…
ALTER MATERIALIZED VIEW public.made_anew ALTER COLUMN id SET STATISTICS 20;

-- [8/8] create materialized view public.made_anew: query: SELECT t.id, t.name FROM public.t -> SELECT id, upper(name) AS name FROM t; column settings: id STATISTI…
ALTER MATERIALIZED VIEW public.made_anew ALTER COLUMN name SET STATISTICS 30;

COMMIT;

-- 2 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/2] create index public.second
-- ! blocking-index-build: nobody can write to public.events_2 while it is built
CREATE INDEX second ON public.events_2 (lower(name), (id + 1));

-- [2/2] create index public.events_lower_expr_idx
-- ! blocking-index-build: nobody can write to public.events while it is built
CREATE INDEX events_lower_expr_idx ON public.events (lower(name), (id + 1));

COMMIT;

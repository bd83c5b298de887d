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

-- [1/4] create materialized view public.m
SET LOCAL search_path = public;
CREATE MATERIALIZED VIEW public.m (a)
    WITH (fillfactor=70) AS
SELECT x FROM t;

-- [2/4] create index public.m_a
CREATE INDEX m_a ON public.m (a);

-- [3/4] create materialized view public.n
CREATE MATERIALIZED VIEW public.n AS
SELECT a + 1 AS a1 FROM m
    WITH NO DATA;

-- [4/4] create comment on materialized view public.m
COMMENT ON MATERIALIZED VIEW public.m IS 'kept';

COMMIT;

-- 5 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/5] alter table public.t: row security: no -> yes
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;

-- [2/5] create policy public.t.own
SET LOCAL search_path = public;
CREATE POLICY own ON public.t
    USING (owner = current_user);

-- [3/5] create policy public.t.reading
CREATE POLICY reading ON public.t
    AS RESTRICTIVE
    FOR SELECT
    TO pg_monitor, pg_read_all_stats
    USING (a > 0);

-- [4/5] create policy public.t.writing
CREATE POLICY writing ON public.t
    FOR INSERT
    WITH CHECK (a > 0);

-- [5/5] create comment on policy public.t.own
COMMENT ON POLICY own ON public.t IS 'each their own';

COMMIT;

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

-- [1/8] drop policy public.t.command: command: SELECT -> DELETE
DROP POLICY command ON public.t;

-- [2/8] drop policy public.t.kind: permissive: yes -> no
DROP POLICY kind ON public.t;

-- [3/8] drop policy public.t.less: with check: (a > 1) -> none
DROP POLICY less ON public.t;

-- [4/8] create policy public.t.command: command: SELECT -> DELETE
-- ! widens-access: the policy permits DELETE
SET LOCAL search_path = public;
CREATE POLICY command ON public.t
    FOR DELETE
    USING (a > 0);

-- [5/8] create policy public.t.kind: permissive: yes -> no
CREATE POLICY kind ON public.t
    AS RESTRICTIVE
    USING (a > 0);

-- [6/8] create policy public.t.less: with check: (a > 1) -> none
-- ! widens-access: the policy may let more rows be written: (a > 1) -> a > 0
CREATE POLICY less ON public.t
    USING (a > 0);

-- [7/8] alter policy public.t.what: using: (a > 0) -> a > 1; with check: (a > 0) -> a > 2
-- ! widens-access: the policy may let more rows be seen: (a > 0) -> a > 1
-- ! widens-access: the policy may let more rows be written: (a > 0) -> a > 2
ALTER POLICY what ON public.t
    USING (a > 1)
    WITH CHECK (a > 2);

-- [8/8] alter policy public.t.who: roles: pg_monitor -> none
-- ! widens-access: the policy holds for everybody
ALTER POLICY who ON public.t
    TO PUBLIC;

COMMIT;

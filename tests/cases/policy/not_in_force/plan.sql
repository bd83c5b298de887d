-- 3 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/3] drop policy public.notes.few
DROP POLICY few ON public.notes;

-- [2/3] alter table public.notes: row security: no -> yes
ALTER TABLE public.notes ENABLE ROW LEVEL SECURITY;

-- [3/3] alter policy public.notes.own: using: (owner = CURRENT_USER) -> owner = current_user OR id = 0
SET LOCAL search_path = public;
ALTER POLICY own ON public.notes
    USING (owner = current_user OR id = 0);

COMMIT;

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

-- [1/3] alter view public.v: query: SELECT t.id, t.a FROM public.t GROUP BY t.id -> SELECT id, a FROM t GROUP BY id, a
SET LOCAL search_path = public;
CREATE OR REPLACE VIEW public.v AS
SELECT id, a FROM t GROUP BY id, a;

-- [2/3] drop constraint public.t.t_pkey
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- [3/3] alter column public.t.id: not null: yes -> no
ALTER TABLE public.t ALTER COLUMN id DROP NOT NULL;

COMMIT;

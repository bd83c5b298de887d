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

-- [1/3] drop comment on column public.a.id
COMMENT ON COLUMN public.a.id IS NULL;

-- [2/3] alter comment on table public.a: text: old -> it's new, with a \ and two lines
COMMENT ON TABLE public.a IS E'it''s new, with a \\ and
two lines';

-- [3/3] create comment on column public.b.id
COMMENT ON COLUMN public.b.id IS 'added';

COMMIT;

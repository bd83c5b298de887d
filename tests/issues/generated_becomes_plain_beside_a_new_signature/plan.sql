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

-- [1/3] alter column public.d.slug: generated: (public.s(title)) stored -> none
ALTER TABLE public.d ALTER COLUMN slug DROP EXPRESSION;

-- [2/3] drop function public.s(text)
DROP FUNCTION public.s(text);

-- [3/3] create function public.s(text, text)
SET LOCAL search_path = public;
CREATE FUNCTION public.s(t text, u text DEFAULT '') RETURNS text
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT lower(t)$$;

COMMIT;

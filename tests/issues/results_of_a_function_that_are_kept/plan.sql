-- 1 step; run with psql -v ON_ERROR_STOP=1

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

-- [1/1] alter function public.f(integer): body: select $1 + 1 -> select $1 + 2
-- ! stale-results: index public.tg holds what the old body computed, until REINDEX INDEX public.tg
-- ! stale-results: index public.ti holds what the old body computed, until REINDEX INDEX public.ti
-- ! stale-results: constraint public.t.big is not checked again for the rows that are there; those that break it: SELECT * FROM public.t WHERE NOT ((public.f(id) …
-- ! stale-results: column public.t.g keeps the values that the old body computed, until UPDATE public.t SET id = id
-- ! stale-results: rows stay in the partitions of public.parts that the old body chose, until UPDATE public.parts SET n = n
CREATE OR REPLACE FUNCTION public.f(integer) RETURNS integer
    LANGUAGE sql
    IMMUTABLE
    AS $$select $1 + 2$$;

COMMIT;

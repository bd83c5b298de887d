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

-- [1/4] create sequence public.s
CREATE SEQUENCE public.s;

-- [2/4] create default public.p.id
SET LOCAL search_path = public;
ALTER TABLE public.p ALTER COLUMN id SET DEFAULT nextval('s');

-- [3/4] alter default public.c.id: default: nextval('s') -> 5
ALTER TABLE public.c ALTER COLUMN id SET DEFAULT 5;

-- [4/4] alter default public.p.id
SELECT setval('public.s', max(id))
    FROM public.p HAVING max(id) >= (SELECT last_value FROM public.s);

COMMIT;

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

-- [1/4] alter default public.p.b: default: 'x'::text -> 'y'
SET LOCAL search_path = public;
ALTER TABLE public.p ALTER COLUMN b SET DEFAULT 'y';

-- [2/4] alter default public.p.c: default: 'y'::text -> 'x'
ALTER TABLE public.p ALTER COLUMN c SET DEFAULT 'x';

-- [3/4] alter default public.t.d: default: 'x'::text -> 'z'
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT 'z';

-- [4/4] alter default public.p.d: default: 'z' -> 'y'
ALTER TABLE public.p ALTER COLUMN d SET DEFAULT 'y';

COMMIT;

-- 7 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/7] drop default public.base.z
ALTER TABLE public.base ALTER COLUMN z DROP DEFAULT;

-- [2/7] create default public.base.v
SET LOCAL search_path = public;
ALTER TABLE public.base ALTER COLUMN v SET DEFAULT 'v';

-- [3/7] alter default public.base.y: default: 'y'::text -> 'other'
ALTER TABLE public.base ALTER COLUMN y SET DEFAULT 'other';

-- [4/7] alter default public.child.v: default: 'v' -> none
ALTER TABLE public.child ALTER COLUMN v DROP DEFAULT;

-- [5/7] alter default public.child.w: default: 'w'::text -> none
ALTER TABLE public.child ALTER COLUMN w DROP DEFAULT;

-- [6/7] alter default public.child.x: default: none -> 'x'
ALTER TABLE public.child ALTER COLUMN x SET DEFAULT 'x';

-- [7/7] alter default public.child.y: default: 'other' -> none
ALTER TABLE public.child ALTER COLUMN y DROP DEFAULT;

COMMIT;

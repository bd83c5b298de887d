-- 11 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/11] alter table public.five: partition of: public.base FOR VALUES IN (5) -> none
-- ! breaks-clients: queries of public.base no longer see its rows
ALTER TABLE public.base DETACH PARTITION public.five;

-- [2/11] create table public.four
SET LOCAL search_path = public;
CREATE TABLE public.four PARTITION OF public.base
FOR VALUES IN (4);

-- [3/11] create table public.six
CREATE TABLE public.six PARTITION OF public.base
FOR VALUES IN (6);

-- [4/11] alter default public.base.v: default: 'q'::text -> 'r'
ALTER TABLE public.base ALTER COLUMN v SET DEFAULT 'r';

-- [5/11] alter table public.three: partition of: none -> public.base FOR VALUES IN (3)
-- ! full-scan: reads all of public.three to see that its rows fit the bounds
ALTER TABLE public.base ATTACH PARTITION public.three FOR VALUES IN (3);

-- [6/11] create default public.four.v
ALTER TABLE public.four ALTER COLUMN v DROP DEFAULT;

-- [7/11] create default public.four.w
ALTER TABLE public.four ALTER COLUMN w DROP DEFAULT;

-- [8/11] alter default public.one.v: default: 'r' -> none
ALTER TABLE public.one ALTER COLUMN v DROP DEFAULT;

-- [9/11] create default public.six.v
ALTER TABLE public.six ALTER COLUMN v DROP DEFAULT;

-- [10/11] alter default public.two.v: default: 'r' -> none
ALTER TABLE public.two ALTER COLUMN v DROP DEFAULT;

-- [11/11] alter default public.two.w: default: 'w'::character varying -> none
ALTER TABLE public.two ALTER COLUMN w DROP DEFAULT;

COMMIT;

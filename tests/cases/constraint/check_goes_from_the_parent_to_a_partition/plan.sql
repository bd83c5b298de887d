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

-- [1/4] drop constraint public.p.down
ALTER TABLE public.p DROP CONSTRAINT down;

-- [2/4] drop constraint public.p1.up
ALTER TABLE public.p1 DROP CONSTRAINT up;

-- [3/4] create constraint public.p.up
-- ! full-scan: reads all of public.p while nobody can use it
SET LOCAL search_path = public;
ALTER TABLE public.p ADD CONSTRAINT up CHECK (b > 0);

-- [4/4] create constraint public.p1.down
-- ! full-scan: reads all of public.p1 while nobody can use it
ALTER TABLE public.p1 ADD CONSTRAINT down CHECK (a > 0);

COMMIT;

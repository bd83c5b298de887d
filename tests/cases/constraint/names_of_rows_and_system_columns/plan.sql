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

-- [1/3] create constraint public.t.t_a_check
-- ! full-scan: reads all of public.t while nobody can use it
SET LOCAL search_path = public;
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK (a > 0);

-- [2/3] create constraint public.t.t_check2
-- ! full-scan: reads all of public.t while nobody can use it
ALTER TABLE public.t ADD CONSTRAINT t_check2 CHECK (t.* IS DISTINCT FROM NULL);

-- [3/3] create constraint public.t.t_tableoid_check
-- ! full-scan: reads all of public.t while nobody can use it
ALTER TABLE public.t ADD CONSTRAINT t_tableoid_check CHECK (tableoid > 0);

COMMIT;

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

-- [1/4] drop constraint public.t.positive: validated: yes -> no; enforced: yes -> no
ALTER TABLE public.t DROP CONSTRAINT positive;

-- [2/4] alter constraint public.t.also_to_r: validated: no -> yes; enforced: no -> yes
-- ! full-scan: reads all of public.t while nobody can use it
ALTER TABLE public.t ALTER CONSTRAINT also_to_r ENFORCED;

-- [3/4] create constraint public.t.positive: validated: yes -> no; enforced: yes -> no
ALTER TABLE public.t ADD CONSTRAINT positive CHECK ((a > 0)) NOT ENFORCED;

-- [4/4] alter constraint public.t.to_r: validated: yes -> no; enforced: yes -> no
ALTER TABLE public.t ALTER CONSTRAINT to_r NOT ENFORCED;

COMMIT;

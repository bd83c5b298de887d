-- 2 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/2] alter rule public.t.by_star: definition: CREATE RULE by_star AS ON INSERT TO public.t WHERE (new.k = 3) DO INSERT INTO public.wider (id, k) VALUES (new.id…
SET LOCAL search_path = public;
CREATE OR REPLACE RULE by_star AS ON INSERT TO t WHERE new.k = 3 DO ALSO INSERT INTO wider VALUES (new.*, 'x');

-- [2/2] alter rule public.v.by_name: definition: CREATE RULE by_name AS ON DELETE TO public.v DO INSTEAD INSERT INTO public.t (id, k) VALUES (old.id, old.k) ON CO…
CREATE OR REPLACE RULE by_name AS ON DELETE TO v DO INSTEAD
    INSERT INTO t VALUES (old.id, old.k) ON CONFLICT DO NOTHING;

COMMIT;

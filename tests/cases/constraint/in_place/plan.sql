-- 5 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/5] alter constraint public.t.checked: validated: no -> yes
ALTER TABLE public.t VALIDATE CONSTRAINT checked;

-- [2/5] alter constraint public.t.key: validated: no -> yes
ALTER TABLE public.t VALIDATE CONSTRAINT key;

-- [3/5] alter constraint public.t.t_b_fkey: deferrable: no -> yes; initially deferred: no -> yes
ALTER TABLE public.t ALTER CONSTRAINT t_b_fkey DEFERRABLE INITIALLY DEFERRED;

-- [4/5] alter constraint public.t.t_c_key: options: fillfactor=80 -> fillfactor=90; clustered: no -> yes
ALTER INDEX public.t_c_key SET (fillfactor=90);

-- [5/5] alter constraint public.t.t_c_key: options: fillfactor=80 -> fillfactor=90; clustered: no -> yes
ALTER TABLE public.t CLUSTER ON t_c_key;

COMMIT;

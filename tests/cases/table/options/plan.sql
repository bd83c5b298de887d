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

-- [1/2] alter table public.t: options: fillfactor=70, autovacuum_enabled=false -> fillfactor=80, toast.autovacuum_enabled=false, parallel_workers=2
ALTER TABLE public.t SET (fillfactor=80, toast.autovacuum_enabled=false, parallel_workers=2);

-- [2/2] alter table public.t: options: fillfactor=70, autovacuum_enabled=false -> fillfactor=80, toast.autovacuum_enabled=false, parallel_workers=2
ALTER TABLE public.t RESET (autovacuum_enabled);

COMMIT;

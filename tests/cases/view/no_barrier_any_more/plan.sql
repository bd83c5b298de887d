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

-- [1/2] alter view public.mine: options: security_barrier=true -> none
ALTER VIEW public.mine RESET (security_barrier);

-- [2/2] alter view public.v: options: security_barrier=true -> none
-- ! widens-access: who may read the view may call functions that see rows before it leaves them out
ALTER VIEW public.v RESET (security_barrier);

COMMIT;

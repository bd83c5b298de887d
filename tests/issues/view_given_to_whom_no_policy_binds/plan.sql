-- 1 step; run with psql -v ON_ERROR_STOP=1

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

-- [1/1] alter owner of view public.v: role: keeper -> postgres
-- ! breaks-clients: keeper loses its rights as the owner of public.v
-- ! widens-access: who may read it sees the rows of public.t that policies let postgres see
ALTER VIEW public.v OWNER TO postgres;

COMMIT;

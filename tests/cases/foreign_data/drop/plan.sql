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

-- [1/4] drop table public.f
DROP FOREIGN TABLE public.f;

-- [2/4] drop user mapping FOR PUBLIC SERVER s
-- ! data-loss: its options, a password perhaps, are gone
DROP USER MAPPING FOR PUBLIC SERVER s;

-- [3/4] drop server s
DROP SERVER s;

-- [4/4] drop foreign-data wrapper w
DROP FOREIGN DATA WRAPPER w;

COMMIT;

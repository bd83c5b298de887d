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

-- [1/2] create constraint public.u.u_key
ALTER TABLE public.u ADD CONSTRAINT u_key PRIMARY KEY USING INDEX u_b;

-- [2/2] create constraint public.u.uq
ALTER TABLE public.u ADD CONSTRAINT uq UNIQUE USING INDEX uq;

COMMIT;

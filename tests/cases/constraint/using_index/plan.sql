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

-- [1/4] create constraint public.p.p_a
ALTER TABLE public.p ADD CONSTRAINT p_a PRIMARY KEY USING INDEX p_a;

-- [2/4] create constraint public.p.p_a
ALTER INDEX public.t_pkey ATTACH PARTITION public.p_a;

-- [3/4] create constraint public.s.s_b
ALTER TABLE public.s ADD CONSTRAINT s_b UNIQUE USING INDEX s_b DEFERRABLE;

-- [4/4] create constraint public.s.s_pkey
ALTER TABLE public.s ADD CONSTRAINT s_pkey PRIMARY KEY USING INDEX s_a;

COMMIT;

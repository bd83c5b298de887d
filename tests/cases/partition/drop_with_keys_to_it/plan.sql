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

-- [1/5] drop constraint public.zz.zz_p
ALTER TABLE public.zz DROP CONSTRAINT zz_p;

-- [2/5] drop table public.z_1
-- ! data-loss: drops the partition and its rows
DROP TABLE public.z_1;

-- [3/5] drop table public.z
-- ! data-loss: drops the table and its rows
DROP TABLE public.z;

-- [4/5] drop table public.p_1
-- ! data-loss: drops the partition and its rows
DROP TABLE public.p_1;

-- [5/5] drop table public.p
-- ! data-loss: drops the table and its rows
DROP TABLE public.p;

COMMIT;

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

-- [1/4] create table public.t_3
SET LOCAL search_path = public;
CREATE TABLE public.t_3 PARTITION OF public.t
FOR VALUES IN (3);

-- [2/4] create constraint public.t.t_b_check
ALTER TABLE public.t ADD CONSTRAINT t_b_check CHECK (b > 0) NOT VALID;

-- [3/4] alter table public.t_1: valid checks: none -> t_b_check
ALTER TABLE public.t_1 VALIDATE CONSTRAINT t_b_check;

-- [4/4] alter table public.t_3
ALTER TABLE public.t_3 VALIDATE CONSTRAINT t_b_check;

COMMIT;

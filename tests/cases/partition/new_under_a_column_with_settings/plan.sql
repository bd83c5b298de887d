-- 6 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/6] create table public.p_a
SET LOCAL search_path = public;
CREATE TABLE public.p_a PARTITION OF public.p
FOR VALUES FROM (0) TO (500);

-- [2/6] alter column public.p.k: statistics target: -1 -> 33
ALTER TABLE ONLY public.p ALTER COLUMN k SET STATISTICS 33;

-- [3/6] create column public.p.n
ALTER TABLE public.p ADD COLUMN n integer;

-- [4/6] create table public.p_b
CREATE TABLE public.p_b PARTITION OF public.p (
    n NOT NULL
)
FOR VALUES FROM (500) TO (900);

-- [5/6] create column public.p_a.k
ALTER TABLE public.p_a ALTER COLUMN k SET STATISTICS 33;

-- [6/6] create column public.p_b.n
ALTER TABLE public.p_b ALTER COLUMN n SET STATISTICS 44;

COMMIT;

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

-- [1/4] drop view public.v: uses column public.p.a, which is altered
DROP VIEW public.v;

-- [2/4] alter column public.p.a: type: smallint -> integer
-- ! table-rewrite: writes public.p and its indexes anew while nobody can use it
ALTER TABLE public.p ALTER COLUMN a TYPE integer;

-- [3/4] create table public.p1
SET LOCAL search_path = public;
CREATE TABLE public.p1 PARTITION OF public.p (
    a NOT NULL
)
FOR VALUES FROM (0) TO (10);

-- [4/4] create view public.v: uses column public.p.a, which is altered
CREATE VIEW public.v AS
SELECT a FROM p;

COMMIT;

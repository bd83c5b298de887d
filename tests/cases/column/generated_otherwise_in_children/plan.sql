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

-- [1/5] create table public.new_child
SET LOCAL search_path = public;
CREATE TABLE public.new_child (
    g integer GENERATED ALWAYS AS (a * 9) STORED
)
INHERITS (public.parent);

-- [2/5] alter column public.child.g: generated: ((a * 7)) stored -> (a * 8) stored
-- ! table-rewrite: writes public.child anew
ALTER TABLE public.child ALTER COLUMN g SET EXPRESSION AS (a * 8);

-- [3/5] alter column public.p.g: generated: ((a * 2)) stored -> (a * 4) stored
-- ! table-rewrite: writes public.p anew
ALTER TABLE public.p ALTER COLUMN g SET EXPRESSION AS (a * 4);

-- [4/5] create table public.new
CREATE TABLE public.new PARTITION OF public.p (
    g GENERATED ALWAYS AS (a * 5) STORED NOT NULL
)
FOR VALUES IN (4);

-- [5/5] alter column public.differs.g: generated: (a * 4) stored -> (a * 3) stored
-- ! table-rewrite: writes public.differs anew
ALTER TABLE public.differs ALTER COLUMN g SET EXPRESSION AS (a * 3);

COMMIT;

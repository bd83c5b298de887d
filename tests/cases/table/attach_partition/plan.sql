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

-- [1/6] alter column public.p.a: not null: no -> yes
-- ! full-scan: reads all of public.p while nobody can use it; fails if there is a NULL
ALTER TABLE public.p ALTER COLUMN a SET NOT NULL;

-- [2/6] create column public.p.c
ALTER TABLE public.p ADD COLUMN c integer;

-- [3/6] create column public.t.c
ALTER TABLE public.t ADD COLUMN c integer;

-- [4/6] create constraint public.p.b_is_short
-- ! full-scan: reads all of public.p while nobody can use it
SET LOCAL search_path = public;
ALTER TABLE public.p ADD CONSTRAINT b_is_short CHECK (length(b) < 10);

-- [5/6] drop column public.p.old
-- ! data-loss: drops the column and its values
ALTER TABLE public.p DROP COLUMN old;

-- [6/6] alter table public.p: partition of: none -> public.t FOR VALUES IN (1)
-- ! full-scan: reads all of public.p to see that its rows fit the bounds
ALTER TABLE public.t ATTACH PARTITION public.p FOR VALUES IN (1);

COMMIT;

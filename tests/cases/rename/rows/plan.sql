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

-- [1/5] rename table public.sorts: renamed from public.kinds
-- ! breaks-clients: whoever says public.kinds fails from here on
ALTER TABLE public.kinds RENAME TO sorts;

-- [2/5] rename enum public.state: renamed from 'on'
-- ! breaks-clients: whoever says 'on' fails from here on
ALTER TYPE public.state RENAME VALUE 'on' TO 'active';

-- [3/5] rename column public.sorts.label: renamed from name
-- ! breaks-clients: whoever says name fails from here on
ALTER TABLE public.sorts RENAME COLUMN name TO label;

-- [4/5] create rows public.sorts: 1 row
INSERT INTO public.sorts (label, weight, s)
VALUES
    ('c', 4, 'active');

-- [5/5] alter rows public.sorts: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: sorts[label=b].weight: was 2
UPDATE public.sorts
SET weight = 3
WHERE label = 'b';

COMMIT;

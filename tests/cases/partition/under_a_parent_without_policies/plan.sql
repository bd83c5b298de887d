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

-- [1/6] alter table public.guarded_old: partition of: none -> public.guarded FOR VALUES FROM (0) TO (10)
-- ! full-scan: reads all of public.guarded_old to see that its rows fit the bounds
SET LOCAL search_path = public;
ALTER TABLE public.guarded ATTACH PARTITION public.guarded_old FOR VALUES FROM (0) TO (10);

-- [2/6] alter table public.measures_new: partition of: none -> public.measures FOR VALUES FROM (10) TO (20); row security: no -> yes; replica identity: default ->…
ALTER TABLE public.measures_new ENABLE ROW LEVEL SECURITY;

-- [3/6] alter table public.measures_new: partition of: none -> public.measures FOR VALUES FROM (10) TO (20); row security: no -> yes; replica identity: default ->…
ALTER TABLE public.measures_new REPLICA IDENTITY FULL;

-- [4/6] alter table public.measures_new: partition of: none -> public.measures FOR VALUES FROM (10) TO (20); row security: no -> yes; replica identity: default ->…
-- ! full-scan: reads all of public.measures_new to see that its rows fit the bounds
ALTER TABLE public.measures ATTACH PARTITION public.measures_new FOR VALUES FROM (10) TO (20);

-- [5/6] alter table public.measures_old: partition of: none -> public.measures FOR VALUES FROM (0) TO (10)
-- ! widens-access: everybody with a privilege on public.measures sees through it all rows of public.measures_old
-- ! full-scan: reads all of public.measures_old to see that its rows fit the bounds
ALTER TABLE public.measures ATTACH PARTITION public.measures_old FOR VALUES FROM (0) TO (10);

-- [6/6] alter table public.middle: inherits: none -> public.top
-- ! widens-access: everybody with a privilege on public.top sees through it all rows of public.below
ALTER TABLE public.middle INHERIT public.top;

COMMIT;

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

-- [1/5] alter enum public.state: labels: new, done -> new, late, done, lost
ALTER TYPE public.state ADD VALUE 'late' AFTER 'new';

-- [2/5] alter enum public.state: labels: new, done -> new, late, done, lost
ALTER TYPE public.state ADD VALUE 'lost';

COMMIT;

BEGIN;

-- [3/5] alter table public.open_tasks: partition of: public.tasks FOR VALUES IN ('new') -> public.tasks FOR VALUES IN ('new', 'late')
ALTER TABLE public.tasks DETACH PARTITION public.open_tasks;

-- [4/5] alter table public.lost_tasks: partition of: none -> public.tasks FOR VALUES IN ('lost')
-- ! full-scan: reads all of public.lost_tasks to see that its rows fit the bounds
SET LOCAL search_path = public;
ALTER TABLE public.tasks ATTACH PARTITION public.lost_tasks FOR VALUES IN ('lost');

-- [5/5] alter table public.open_tasks: partition of: public.tasks FOR VALUES IN ('new') -> public.tasks FOR VALUES IN ('new', 'late')
-- ! full-scan: reads all of public.open_tasks to see that its rows fit the bounds
ALTER TABLE public.tasks ATTACH PARTITION public.open_tasks FOR VALUES IN ('new', 'late');

COMMIT;

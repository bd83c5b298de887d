-- 13 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/13] alter enum public.state: labels: new, late, done, lost -> new, done
-- ! data-loss: removes the value 'late'; while a row holds it, this fails
-- ! data-loss: removes the value 'lost'; while a row holds it, this fails
ALTER TYPE public.state RENAME TO state_old;

-- [2/13] alter enum public.state: labels: new, late, done, lost -> new, done
CREATE TYPE public.state AS ENUM (
    'new',
    'done'
);

-- [3/13] alter table public.lost_tasks: partition of: public.tasks FOR VALUES IN ('lost') -> none
-- ! breaks-clients: keeps its rows, and public.tasks gets copies of them
ALTER TABLE public.tasks DETACH PARTITION public.lost_tasks;

-- [4/13] alter enum public.state: labels: new, late, done, lost -> new, done
-- ! table-rewrite: writes public.lost_tasks and its indexes anew while nobody can use it
ALTER TABLE public.lost_tasks
    ALTER COLUMN state TYPE public.state USING state::text::public.state;

-- [5/13] alter table public.open_tasks: partition of: public.tasks FOR VALUES IN ('new', 'late') -> public.tasks FOR VALUES IN ('new')
ALTER TABLE public.open_tasks RENAME TO open_tasks_old;

-- [6/13] alter table public.tasks: the type of a column that it is partitioned by changes
ALTER TABLE public.tasks RENAME TO tasks_old;

-- [7/13] create table public.tasks: the type of a column that it is partitioned by changes
CREATE TABLE public.tasks (
    state public.state
)
PARTITION BY LIST (state);

-- [8/13] create table public.open_tasks: partition of: public.tasks FOR VALUES IN ('new', 'late') -> public.tasks FOR VALUES IN ('new')
SET LOCAL search_path = public;
CREATE TABLE public.open_tasks PARTITION OF public.tasks
FOR VALUES IN ('new');

-- [9/13] alter table public.tasks: the type of a column that it is partitioned by changes
-- ! table-rewrite: copies all rows of public.tasks while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.tasks (state)
        SELECT state::text::public.state FROM public.tasks_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.tasks_old) THEN
        RAISE EXCEPTION 'only % rows of public.tasks_old went over to public.tasks', moved;
    END IF;
END
$$;

-- [10/13] alter table public.tasks: the type of a column that it is partitioned by changes
-- ! table-rewrite: copies all rows of public.lost_tasks while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.tasks (state)
        SELECT state::text::public.state FROM public.lost_tasks;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.lost_tasks) THEN
        RAISE EXCEPTION 'only % rows of public.lost_tasks went over to public.tasks', moved;
    END IF;
END
$$;

-- [11/13] drop table public.open_tasks: partition of: public.tasks FOR VALUES IN ('new', 'late') -> public.tasks FOR VALUES IN ('new')
DROP TABLE public.open_tasks_old;

-- [12/13] drop table public.tasks: the type of a column that it is partitioned by changes
DROP TABLE public.tasks_old;

-- [13/13] alter enum public.state: labels: new, late, done, lost -> new, done
DROP TYPE public.state_old;

COMMIT;

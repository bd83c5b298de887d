-- 18 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/18] drop index public.new_tasks: uses column public.tasks.state, which is altered
DROP INDEX public.new_tasks;

-- [2/18] drop index public.one_done: uses column public.tasks.state, which is altered
DROP INDEX public.one_done;

-- [3/18] drop constraint public.tasks.tasks_number_check: check: (number <> '3'::text) -> number <> 3
ALTER TABLE public.tasks DROP CONSTRAINT tasks_number_check;

-- [4/18] drop constraint public.tasks.tasks_old_state_check: uses column public.tasks.old_state, which is altered
ALTER TABLE public.tasks DROP CONSTRAINT tasks_old_state_check;

-- [5/18] drop constraint public.tasks.tasks_seen_check: uses column public.tasks.seen, which is altered
ALTER TABLE public.tasks DROP CONSTRAINT tasks_seen_check;

-- [6/18] drop constraint public.tasks.tasks_state_check: uses column public.tasks.state, which is altered
ALTER TABLE public.tasks DROP CONSTRAINT tasks_state_check;

-- [7/18] drop constraint public.tasks.tasks_tags_check: uses column public.tasks.tags, which is altered
ALTER TABLE public.tasks DROP CONSTRAINT tasks_tags_check;

-- [8/18] alter table public.tasks: amount: type: integer -> bigint; old_state: type: public.state -> text
-- ! table-rewrite: writes public.tasks and its indexes anew while nobody can use it
ALTER TABLE public.tasks
    ALTER COLUMN amount TYPE bigint,
    ALTER COLUMN old_state TYPE text;

-- [9/18] alter column public.tasks.label: type: character varying(10) -> character varying(20)
ALTER TABLE public.tasks ALTER COLUMN label TYPE character varying(20);

-- [10/18] alter table public.tasks: number: type: text -> integer; seen: type: timestamp without time zone -> timestamp with time zone; state: type: character var…
-- ! table-rewrite: writes public.tasks and its indexes anew while nobody can use it
-- ! data-loss: not every text of public.tasks.number is known to keep its value as integer
-- ! data-loss: not every timestamp without time zone of public.tasks.seen is known to keep its value as timestamp with time zone
-- ! data-loss: not every character varying(10) of public.tasks.state is known to keep its value as public.state
-- ! data-loss: not every text[] of public.tasks.tags is known to keep its value as public.state[]
ALTER TABLE public.tasks
    ALTER COLUMN number TYPE integer USING number::integer,
    ALTER COLUMN seen TYPE timestamp with time zone,
    ALTER COLUMN state TYPE public.state USING state::public.state,
    ALTER COLUMN tags TYPE public.state[] USING tags::public.state[];

-- [11/18] create constraint public.tasks.tasks_number_check: check: (number <> '3'::text) -> number <> 3
-- ! full-scan: reads all of public.tasks while nobody can use it
SET LOCAL search_path = public;
ALTER TABLE public.tasks ADD CONSTRAINT tasks_number_check CHECK (number <> 3);

-- [12/18] create constraint public.tasks.tasks_old_state_check: uses column public.tasks.old_state, which is altered
-- ! full-scan: reads all of public.tasks while nobody can use it
ALTER TABLE public.tasks ADD CONSTRAINT tasks_old_state_check CHECK (old_state = 'new');

-- [13/18] create constraint public.tasks.tasks_seen_check: uses column public.tasks.seen, which is altered
-- ! full-scan: reads all of public.tasks while nobody can use it
ALTER TABLE public.tasks ADD CONSTRAINT tasks_seen_check CHECK (seen > '2020-01-01');

-- [14/18] create constraint public.tasks.tasks_state_check: uses column public.tasks.state, which is altered
-- ! full-scan: reads all of public.tasks while nobody can use it
ALTER TABLE public.tasks ADD CONSTRAINT tasks_state_check CHECK (state IN ('new', 'done'));

-- [15/18] create constraint public.tasks.tasks_tags_check: uses column public.tasks.tags, which is altered
-- ! full-scan: reads all of public.tasks while nobody can use it
ALTER TABLE public.tasks ADD CONSTRAINT tasks_tags_check CHECK ('new' = ANY (tags));

-- [16/18] create index public.new_tasks: uses column public.tasks.state, which is altered
-- ! blocking-index-build: nobody can write to public.tasks while it is built
CREATE INDEX new_tasks ON public.tasks (state)
    WHERE state = 'new';

-- [17/18] create index public.one_done: uses column public.tasks.state, which is altered
-- ! blocking-index-build: nobody can write to public.tasks while it is built
CREATE UNIQUE INDEX one_done ON public.tasks ((state = 'done'));

-- [18/18] create comment on index public.new_tasks
COMMENT ON INDEX public.new_tasks IS 'to do';

COMMIT;

-- 29 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/29] drop policy public.tickets.tickets_visible: using: (state <> 'gone'::public.status) -> state <> 'waiting'
DROP POLICY tickets_visible ON public.tickets;

-- [2/29] drop view public.all_open: uses view public.open_tickets, which is recreated
DROP VIEW public.all_open;

-- [3/29] drop view public.open_tickets: uses column public.tickets.state, which is altered
DROP VIEW public.open_tickets;

-- [4/29] drop index public.tickets_open: uses enum public.status, which is replaced
DROP INDEX public.tickets_open;

-- [5/29] drop constraint public.base.base_state_check: check: (state <> 'gone'::public.status) -> state <> 'waiting'
ALTER TABLE ONLY public.base DROP CONSTRAINT base_state_check;

-- [6/29] drop constraint public.base.base_state_check: check: (state <> 'gone'::public.status) -> state <> 'waiting'
ALTER TABLE public.child DROP CONSTRAINT base_state_check;

-- [7/29] drop constraint public.tickets.tickets_note_check: uses enum public.status, which is replaced
ALTER TABLE public.tickets DROP CONSTRAINT tickets_note_check;

-- [8/29] drop default public.base.state: uses enum public.status, which is replaced
ALTER TABLE public.base ALTER COLUMN state DROP DEFAULT;

-- [9/29] drop default public.tickets.past: uses enum public.status, which is replaced
ALTER TABLE public.tickets ALTER COLUMN past DROP DEFAULT;

-- [10/29] drop default public.tickets.state: uses enum public.status, which is replaced
ALTER TABLE public.tickets ALTER COLUMN state DROP DEFAULT;

-- [11/29] drop function public.next_state(public.status): uses enum public.status, which is replaced
DROP FUNCTION public.next_state(public.status);

-- [12/29] drop column public.tickets.is_open: uses column public.tickets.state, which is altered
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.tickets DROP COLUMN is_open;

-- [13/29] alter enum public.status: labels: new, open, closed, gone -> new, waiting, closed, open
-- ! data-loss: removes the value 'gone'; while a row holds it, this fails
ALTER TYPE public.status RENAME TO status_old;

-- [14/29] alter enum public.status: labels: new, open, closed, gone -> new, waiting, closed, open
CREATE TYPE public.status AS ENUM (
    'new',
    'waiting',
    'closed',
    'open'
);

-- [15/29] alter enum public.status: labels: new, open, closed, gone -> new, waiting, closed, open
-- ! table-rewrite: writes public.base and its indexes anew while nobody can use it
ALTER TABLE public.base ALTER COLUMN state TYPE public.status USING state::text::public.status;

-- [16/29] alter enum public.status: labels: new, open, closed, gone -> new, waiting, closed, open
-- ! table-rewrite: writes public.tickets and its indexes anew while nobody can use it
ALTER TABLE public.tickets
    ALTER COLUMN past TYPE public.status[] USING past::text[]::public.status[],
    ALTER COLUMN state TYPE public.status USING state::text::public.status;

-- [17/29] alter enum public.status: labels: new, open, closed, gone -> new, waiting, closed, open
DROP TYPE public.status_old;

-- [18/29] create function public.next_state(public.status): uses enum public.status, which is replaced
CREATE FUNCTION public.next_state(s public.status) RETURNS public.status
    LANGUAGE sql
    IMMUTABLE
    AS $$ SELECT 'closed'::status $$;

-- [19/29] create column public.tickets.is_open: uses column public.tickets.state, which is altered
-- ! table-rewrite: writes public.tickets anew: each row gets a value of its own
SET LOCAL search_path = public;
ALTER TABLE public.tickets
    ADD COLUMN is_open boolean GENERATED ALWAYS AS (state IN ('new', 'open')) STORED;

-- [20/29] create default public.base.state: uses enum public.status, which is replaced
ALTER TABLE public.base ALTER COLUMN state SET DEFAULT 'new';

-- [21/29] create default public.tickets.past: uses enum public.status, which is replaced
ALTER TABLE public.tickets ALTER COLUMN past SET DEFAULT '{new}';

-- [22/29] create default public.tickets.state: uses enum public.status, which is replaced
ALTER TABLE public.tickets ALTER COLUMN state SET DEFAULT 'new';

-- [23/29] create constraint public.base.base_state_check: check: (state <> 'gone'::public.status) -> state <> 'waiting'
-- ! full-scan: reads all of public.base while nobody can use it
ALTER TABLE public.base ADD CONSTRAINT base_state_check CHECK (state <> 'waiting');

-- [24/29] create constraint public.tickets.tickets_note_check: uses enum public.status, which is replaced
-- ! full-scan: reads all of public.tickets while nobody can use it
ALTER TABLE public.tickets
    ADD CONSTRAINT tickets_note_check CHECK (note IS NOT NULL OR state <> 'closed');

-- [25/29] create index public.tickets_open: uses enum public.status, which is replaced
-- ! blocking-index-build: nobody can write to public.tickets while it is built
CREATE INDEX tickets_open ON public.tickets (id)
    WHERE state = 'open';

-- [26/29] create view public.open_tickets: uses column public.tickets.state, which is altered
CREATE VIEW public.open_tickets AS
SELECT id, state FROM tickets WHERE state = 'open';

-- [27/29] create view public.all_open: uses view public.open_tickets, which is recreated
CREATE VIEW public.all_open AS
SELECT * FROM open_tickets;

-- [28/29] create policy public.tickets.tickets_visible: using: (state <> 'gone'::public.status) -> state <> 'waiting'
-- ! widens-access: the policy may let more rows be seen: (state <> 'gone'::public.status) -> state <> 'waiting'
CREATE POLICY tickets_visible ON public.tickets
    USING (state <> 'waiting');

-- [29/29] create comment on enum public.status
COMMENT ON TYPE public.status IS 'Where a ticket stands';

COMMIT;

-- 25 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/25] drop view public.notes: uses table public.t, which is recreated
DROP VIEW public.notes;

-- [2/25] drop constraint public.details.details_t_fkey: uses table public.t, which is recreated
ALTER TABLE public.details DROP CONSTRAINT details_t_fkey;

-- [3/25] alter table public.t: partition key: none -> RANGE (day)
-- ! data-loss: the values of public.t.old_column are gone
ALTER TABLE public.t NO FORCE ROW LEVEL SECURITY;

-- [4/25] alter table public.t: partition key: none -> RANGE (day)
ALTER TABLE public.t RENAME TO t_old;

-- [5/25] create table public.t: partition key: none -> RANGE (day)
-- ! full-scan: reads all of public.t while nobody can use it
SET LOCAL search_path = public;
CREATE TABLE public.t (
    id integer DEFAULT nextval('public.t_id_seq'::regclass) NOT NULL,
    day date NOT NULL,
    account integer,
    note text DEFAULT 'none',
    upper_note text GENERATED ALWAYS AS (upper(note)) STORED,
    CONSTRAINT t_note_check CHECK (note <> '')
)
PARTITION BY RANGE (day);

-- [6/25] alter sequence public.t_id_seq: its table is made anew
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;

-- [7/25] create table public.t: partition key: none -> RANGE (day)
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;

-- [8/25] create table public.t_2025
CREATE TABLE public.t_2025 PARTITION OF public.t
FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- [9/25] create table public.t_2026
CREATE TABLE public.t_2026 PARTITION OF public.t
FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- [10/25] alter table public.t: partition key: none -> RANGE (day)
-- ! table-rewrite: copies all rows of public.t while nobody can use it; fails, and nothing is changed, if a row fits no partition
SET LOCAL search_path = DEFAULT;
DO $$
DECLARE
    moved bigint;
BEGIN
    SET LOCAL row_security = off;  -- a row that is hidden is an error
    INSERT INTO public.t (id, day, account, note)
        SELECT id, day, account, note FROM public.t_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.t_old) THEN
        RAISE EXCEPTION 'only % rows of public.t_old went over to public.t', moved;
    END IF;
    SET LOCAL row_security TO DEFAULT;
END
$$;

-- [11/25] create table public.t: partition key: none -> RANGE (day)
ALTER TABLE public.t FORCE ROW LEVEL SECURITY;

-- [12/25] create constraint public.t.t_account_fkey
-- ! full-scan: reads all of public.t while nobody can write to it
ALTER TABLE public.t
    ADD CONSTRAINT t_account_fkey FOREIGN KEY (account) REFERENCES public.accounts (id);

-- [13/25] create comment on table public.t
COMMENT ON TABLE public.t IS 'What happened';

-- [14/25] create comment on column public.t.note
COMMENT ON COLUMN public.t.note IS 'Said';

-- [15/25] create privilege of reader on table public.t
GRANT SELECT ON TABLE public.t TO reader;

-- [16/25] create privilege of app on column public.t.note
GRANT UPDATE (note) ON TABLE public.t TO app;

-- [17/25] drop table public.t: partition key: none -> RANGE (day)
DROP TABLE public.t_old;

-- [18/25] create constraint public.t.t_pkey
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id, day);

-- [19/25] create constraint public.details.details_t_fkey: uses table public.t, which is recreated
-- ! full-scan: reads all of public.details while nobody can write to it
ALTER TABLE public.details
    ADD CONSTRAINT details_t_fkey FOREIGN KEY (t_id, t_day) REFERENCES public.t (id, day);

-- [20/25] create index public.t_day
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX t_day ON public.t (day);

-- [21/25] create statistics public.t_stats
CREATE STATISTICS public.t_stats
    ON day, id
    FROM public.t;

-- [22/25] create view public.notes: uses table public.t, which is recreated
SET LOCAL search_path = public;
CREATE VIEW public.notes AS
SELECT id, note FROM t;

-- [23/25] create trigger public.t.t_stamp: uses table public.t, which is recreated
CREATE TRIGGER t_stamp
    BEFORE INSERT ON public.t
    FOR EACH ROW
    EXECUTE FUNCTION public.stamp();

-- [24/25] create policy public.t.t_policy: uses table public.t, which is recreated
CREATE POLICY t_policy ON public.t
    USING (note IS NOT NULL);

-- [25/25] create comment on index public.t_day
COMMENT ON INDEX public.t_day IS 'By day';

COMMIT;

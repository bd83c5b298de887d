-- 15 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/15] drop constraint public.things.kind_is_known: foreign key: REFERENCES public.kinds (id) -> REFERENCES public.kinds (id) ON DELETE CASCADE
ALTER TABLE public.things DROP CONSTRAINT kind_is_known;

-- [2/15] drop constraint public.things.positive: check: (kind > 0) -> kind > 1
ALTER TABLE public.things DROP CONSTRAINT positive;

-- [3/15] alter table public.notes: the type of a column that it is partitioned by changes
ALTER TABLE public.notes RENAME TO notes_old;

-- [4/15] alter table public.notes_1: a partition of table public.notes, which is made anew
ALTER TABLE public.notes_1 RENAME TO notes_1_old;

-- [5/15] create constraint public.things.kind_is_known: foreign key: REFERENCES public.kinds (id) -> REFERENCES public.kinds (id) ON DELETE CASCADE
-- ! full-scan: reads all of public.things while nobody can write to it
ALTER TABLE public.things
    ADD CONSTRAINT kind_is_known FOREIGN KEY (kind) REFERENCES public.kinds (id) ON DELETE CASCADE;

-- [6/15] create constraint public.things.positive: check: (kind > 0) -> kind > 1
-- ! full-scan: reads all of public.things while nobody can use it
SET LOCAL search_path = public;
ALTER TABLE public.things ADD CONSTRAINT positive CHECK (kind > 1);

-- [7/15] create comment on constraint public.things_1.kind_is_known
COMMENT ON CONSTRAINT kind_is_known ON public.things_1 IS 'checked by the importer';

-- [8/15] create comment on constraint public.things_1.positive
COMMENT ON CONSTRAINT positive ON public.things_1 IS 'checked by hand';

-- [9/15] create table public.notes: the type of a column that it is partitioned by changes
CREATE TABLE public.notes (
    id bigint,
    kind integer
)
PARTITION BY RANGE (id);

-- [10/15] create table public.notes_1: a partition of table public.notes, which is made anew
CREATE TABLE public.notes_1 PARTITION OF public.notes
FOR VALUES FROM (1) TO (10);

-- [11/15] alter table public.notes: the type of a column that it is partitioned by changes
-- ! table-rewrite: copies all rows of public.notes while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.notes (id, kind)
        SELECT id, kind FROM public.notes_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.notes_old) THEN
        RAISE EXCEPTION 'only % rows of public.notes_old went over to public.notes', moved;
    END IF;
END
$$;

-- [12/15] drop table public.notes_1: a partition of table public.notes, which is made anew
DROP TABLE public.notes_1_old;

-- [13/15] create constraint public.notes.notes_kind_fkey
-- ! full-scan: reads all of public.notes while nobody can write to it
ALTER TABLE public.notes
    ADD CONSTRAINT notes_kind_fkey FOREIGN KEY (kind) REFERENCES public.kinds (id);

-- [14/15] create comment on constraint public.notes_1.notes_kind_fkey
COMMENT ON CONSTRAINT notes_kind_fkey ON public.notes_1 IS 'of notes';

-- [15/15] drop table public.notes: the type of a column that it is partitioned by changes
DROP TABLE public.notes_old;

COMMIT;

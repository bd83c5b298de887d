-- 26 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/26] drop policy public.events_1_1.positive: uses column public.events_1_1.n, which is altered
DROP POLICY positive ON public.events_1_1;

-- [2/26] drop trigger public.events_1_1.on_many: uses column public.events_1_1.n, which is altered
DROP TRIGGER on_many ON public.events_1_1;

-- [3/26] drop trigger public.events_1_1.on_n: uses column public.events_1_1.n, which is altered
DROP TRIGGER on_n ON public.events_1_1;

-- [4/26] drop rule public.child.keep_four: uses column public.child.n, which is altered
DROP RULE keep_four ON public.child;

-- [5/26] drop materialized view public.totals: uses column public.events_1.n, which is altered
-- ! breaks-clients: queries wait until it is there again
DROP MATERIALIZED VIEW public.totals;

-- [6/26] drop view public.numbers: uses column public.events_1_1.n, which is altered
DROP VIEW public.numbers;

-- [7/26] drop view public.of_child: uses column public.child.n, which is altered
DROP VIEW public.of_child;

-- [8/26] drop index public.on_label: predicate: (label = '5'::text) -> label = 5
DROP INDEX public.on_label;

-- [9/26] drop constraint public.events_1_1.label_is_known: check: (label <> '3'::text) -> label <> 3
ALTER TABLE public.events_1_1 DROP CONSTRAINT label_is_known;

-- [10/26] drop default public.events_1_1.label: default: '4'::text -> 4
ALTER TABLE public.events_1_1 ALTER COLUMN label DROP DEFAULT;

-- [11/26] alter column public.events.label: type: text -> integer
-- ! table-rewrite: writes public.events and its indexes anew while nobody can use it
-- ! data-loss: not every text of public.events.label is known to keep its value as integer
ALTER TABLE public.events ALTER COLUMN label TYPE integer USING label::integer;

-- [12/26] alter column public.events.n: type: integer -> bigint
-- ! table-rewrite: writes public.events and its indexes anew while nobody can use it
ALTER TABLE public.events ALTER COLUMN n TYPE bigint;

-- [13/26] create default public.events_1_1.label: default: '4'::text -> 4
SET LOCAL search_path = public;
ALTER TABLE public.events_1_1 ALTER COLUMN label SET DEFAULT 4;

-- [14/26] create constraint public.events_1_1.label_is_known: check: (label <> '3'::text) -> label <> 3
-- ! full-scan: reads all of public.events_1_1 while nobody can use it
ALTER TABLE public.events_1_1 ADD CONSTRAINT label_is_known CHECK (label <> 3);

-- [15/26] create index public.on_label: predicate: (label = '5'::text) -> label = 5
-- ! blocking-index-build: nobody can write to public.events_1_1 while it is built
CREATE INDEX on_label ON public.events_1_1 (id)
    WHERE label = 5;

-- [16/26] create view public.numbers: uses column public.events_1_1.n, which is altered
CREATE VIEW public.numbers AS
SELECT n FROM events_1_1;

-- [17/26] create materialized view public.totals: uses column public.events_1.n, which is altered
-- ! table-rewrite: runs the query of the materialized view again
CREATE MATERIALIZED VIEW public.totals AS
SELECT sum(n) AS total FROM events_1;

-- [18/26] create trigger public.events_1_1.on_many: uses column public.events_1_1.n, which is altered
CREATE TRIGGER on_many
    BEFORE UPDATE ON public.events_1_1
    FOR EACH ROW
    WHEN (new.n > 7)
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

-- [19/26] create trigger public.events_1_1.on_n: uses column public.events_1_1.n, which is altered
CREATE TRIGGER on_n
    BEFORE UPDATE OF n ON public.events_1_1
    FOR EACH ROW
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

-- [20/26] create policy public.events_1_1.positive: uses column public.events_1_1.n, which is altered
CREATE POLICY positive ON public.events_1_1
    USING (n > 0);

-- [21/26] create comment on view public.numbers
COMMENT ON VIEW public.numbers IS 'all of them';

-- [22/26] drop column public.child.twice: type: integer -> bigint
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.child DROP COLUMN twice;

-- [23/26] alter column public.base.n: type: integer -> bigint
-- ! table-rewrite: writes public.base and its indexes anew while nobody can use it
ALTER TABLE public.base ALTER COLUMN n TYPE bigint;

-- [24/26] create column public.child.twice: type: integer -> bigint
-- ! table-rewrite: writes public.child anew: each row gets a value of its own
ALTER TABLE public.child ADD COLUMN twice bigint GENERATED ALWAYS AS (n * 2) STORED;

-- [25/26] create view public.of_child: uses column public.child.n, which is altered
CREATE VIEW public.of_child AS
SELECT n, twice FROM child;

-- [26/26] create rule public.child.keep_four: uses column public.child.n, which is altered
CREATE RULE keep_four AS ON DELETE TO child WHERE old.n = 4 DO INSTEAD NOTHING;

COMMIT;
